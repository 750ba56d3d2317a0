package dev.kept.application.extraction;

import dev.kept.application.extraction.consolidation.Unwanted;
import dev.kept.application.extraction.found.Candidate;
import dev.kept.domain.id.MemoryId;
import dev.kept.domain.memory.Memory;
import dev.kept.domain.session.Turn;
import java.util.List;

/// A memory that a person changed, and all that it ever said. Whoever finds again what it once said has found this
/// one: what the person made of it holds.
record Touched(Memory memory, List<String> contents) {
    Touched {
        contents = List.copyOf(contents);
    }

    boolean covers(MemoryId id, Candidate candidate, Turn trigger) {
        boolean ofOneTurn = memory.provenance().sourceTurnIds().contains(candidate.trigger());
        double least = ofOneTurn ? Unwanted.SAME_OF_ONE_TURN : Unwanted.SAME;
        return memory.id().equals(id)
                || contents.stream()
                        .anyMatch(said -> Unwanted.isSame(trigger.owner(), said, candidate.content(), least));
    }
}
