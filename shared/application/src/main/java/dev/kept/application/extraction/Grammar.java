package dev.kept.application.extraction;

import dev.kept.domain.extraction.Linguistics;
import dev.kept.domain.extraction.Linguistics.Token;
import java.util.List;

/// What the parts of speech of a sentence tell.
final class Grammar {
    private final Linguistics linguistics;

    Grammar(Linguistics linguistics) {
        this.linguistics = linguistics;
    }

    /// Whether it says nothing of anything without the question that it answers.
    boolean isFragment(Sentence sentence) {
        List<Token> tokens = linguistics.tokens(sentence.text());
        boolean subject = tokens.stream().anyMatch(token -> isAny(token, "NOUN", "PROPN", "PRON"));
        boolean verb = tokens.stream().anyMatch(token -> isAny(token, "VERB", "AUX"));
        return !subject || !verb;
    }

    /// How many words carry meaning of their own.
    long contentWords(Sentence sentence) {
        return linguistics.tokens(sentence.text()).stream()
                .filter(token -> isAny(token, "NOUN", "PROPN", "VERB", "ADJ", "NUM"))
                .count();
    }

    private static boolean isAny(Token token, String... tags) {
        return List.of(tags).contains(token.partOfSpeech());
    }
}
