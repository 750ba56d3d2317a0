package dev.kept.application.extraction;

import dev.kept.domain.session.Role;
import dev.kept.domain.session.Turn;
import java.util.List;

/// A turn as the finders see it: redacted, in segments, in sentences.
///
/// @param foreign word for word, what of it is text of others
/// @param heldBack orders in foreign text
record Reading(
        Turn turn,
        List<Sentence> sentences,
        List<CodeBlock> code,
        int redactions,
        Shingles foreign,
        List<Rejected> heldBack) {
    boolean isBy(Role role) {
        return turn.utterance().role() == role;
    }

    Reading with(List<Sentence> some) {
        return new Reading(turn, some, code, redactions, foreign, heldBack);
    }
}
