package dev.kept.application.extraction;

import dev.kept.domain.extraction.ExtractionCounts;
import dev.kept.domain.session.Turn;
import java.util.List;

/// What was found in one turn.
record ReadTurn(Turn turn, List<Candidate> candidates, ExtractionCounts counts) {
    /// A candidate makes one memory and outdates at most two, each of which has a history.
    private static final int ITEMS_A_CANDIDATE = 5;

    ReadTurn {
        candidates = List.copyOf(candidates);
    }

    int itemsAtMost() {
        return candidates.size() * ITEMS_A_CANDIDATE;
    }
}
