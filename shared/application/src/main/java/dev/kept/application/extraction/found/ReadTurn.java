package dev.kept.application.extraction.found;

import dev.kept.domain.extraction.ExtractionCounts;
import dev.kept.domain.memory.MemoryWrite;
import dev.kept.domain.session.Turn;
import java.util.List;

/// What was found in one turn.
public record ReadTurn(Turn turn, List<Candidate> candidates, List<Retraction> retractions, ExtractionCounts counts) {
    /// A candidate makes one memory and outdates at most two, each of which has a history.
    public static final int ITEMS_A_CANDIDATE = 5;
    /// A memory that is forgotten goes with its history.
    public static final int ITEMS_A_RETRACTION = 3 + MemoryWrite.HISTORY_AT_ONCE;

    public ReadTurn {
        candidates = List.copyOf(candidates);
        retractions = List.copyOf(retractions);
    }

    /// Whether there is nothing to write for it.
    public boolean foundNothing() {
        return candidates.isEmpty() && retractions.isEmpty();
    }

    /// How many items of a transaction it may take.
    public int itemsAtMost() {
        return candidates.size() * ITEMS_A_CANDIDATE + retractions.size() * ITEMS_A_RETRACTION;
    }
}
