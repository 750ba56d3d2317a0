package dev.kept.application.extraction;

import dev.kept.domain.session.Role;
import dev.kept.domain.session.Turn;
import java.util.List;

/// A turn as the finders see it: redacted, in segments, in sentences.
record Reading(Turn turn, List<Sentence> sentences, List<CodeBlock> code, int redactions) {
    boolean isBy(Role role) {
        return turn.utterance().role() == role;
    }
}
