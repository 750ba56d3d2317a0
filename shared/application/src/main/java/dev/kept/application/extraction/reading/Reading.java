package dev.kept.application.extraction.reading;

import dev.kept.application.extraction.found.Rejected;
import dev.kept.application.extraction.words.ContentWords;
import dev.kept.domain.session.Role;
import dev.kept.domain.session.Turn;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// A turn as the finders see it: redacted, in segments, in sentences.
///
/// @param foreign word for word, what of it is text of others
/// @param heldBack orders in foreign text
/// @param technical whether a sentence names a technology or something in code
/// @param contentWords stems of all words that carry meaning, those of code too
public record Reading(
        Turn turn,
        List<Sentence> sentences,
        List<CodeBlock> code,
        int redactions,
        Shingles foreign,
        List<Rejected> heldBack,
        Set<String> contentWords,
        boolean technical) {
    private static final int CODE_READ = 2_000;

    static Set<String> contentWords(List<Sentence> sentences, List<CodeBlock> code) {
        Set<String> words = new HashSet<>();
        sentences.forEach(sentence -> words.addAll(ContentWords.of(sentence.text())));
        code.forEach(block -> words.addAll(
                ContentWords.of(block.code().substring(0, Math.min(block.code().length(), CODE_READ)))));
        return words;
    }

    /// Speaks of technology, or shows code.
    public boolean isTechnical() {
        return technical || !code.isEmpty();
    }

    /// Whether this role spoke.
    public boolean isBy(Role role) {
        return turn.utterance().role() == role;
    }

    /// The same turn with only some of its sentences.
    public Reading with(List<Sentence> some) {
        return new Reading(turn, some, code, redactions, foreign, heldBack, contentWords(some, code), technical);
    }
}
