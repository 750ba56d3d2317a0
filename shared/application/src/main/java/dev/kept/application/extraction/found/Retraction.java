package dev.kept.application.extraction.found;

import dev.kept.domain.id.TurnId;
import java.util.Optional;
import java.util.Set;

/// Something that the user takes back.
///
/// @param words stems of what is meant; of a bare "forget that", of what was said just before
/// @param saidIn the turn that said it, when no words tell
/// @param instead the content of the candidate of the same turn that is said instead, which is an update then
/// @param dependent whether what is said instead means nothing when nothing is meant: "actually it's 5"
public record Retraction(Set<String> words, Optional<TurnId> saidIn, Optional<String> instead, boolean dependent) {
    public Retraction {
        words = Set.copyOf(words);
    }
}
