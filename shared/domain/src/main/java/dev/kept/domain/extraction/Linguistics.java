package dev.kept.domain.extraction;

import java.util.List;

/// Language tools for English text. Implementations are safe to share between threads.
public interface Linguistics {
    /// The sentences of a text, trimmed, in order; never blank.
    List<String> sentences(String text);

    /// The tokens of one sentence with part of speech and lemma.
    List<Token> tokens(String sentence);

    /// @param partOfSpeech Universal Dependencies tag, e.g. `NOUN`, `PROPN`, `VERB`
    /// @param lemma dictionary form in lower case; the text in lower case when unknown
    record Token(String text, String partOfSpeech, String lemma) {}
}
