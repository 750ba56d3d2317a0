package dev.kept.domain.search;

import java.util.List;

/// Says how well passages answer a question. It reads both together, and so judges better than vectors that were made
/// apart, at the price of a call for every question. Optional: without one, search keeps its own order.
public interface Reranker {
    /// Text beyond what the model reads is cut off. Waits no longer than its configured timeout.
    ///
    /// @param passages 1 to 100
    /// @return a relevance from 0 to 1 for each passage, in their order; comparable within one call only
    /// @throws dev.kept.domain.error.DependencyUnavailable when the model does not answer in time, or with nonsense
    /// @throws dev.kept.domain.error.Throttled when it is asked too often
    List<Double> relevance(String question, List<String> passages);
}
