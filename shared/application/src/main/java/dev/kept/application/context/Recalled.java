package dev.kept.application.context;

import java.util.List;

/// What was found for a request, before anything is chosen.
///
/// @param degraded whether the index could not be asked
record Recalled(List<Candidate> candidates, boolean degraded) {
    Recalled {
        candidates = List.copyOf(candidates);
    }
}
