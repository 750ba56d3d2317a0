package dev.kept.application.search;

import java.util.Arrays;

/// The best of the candidates by one score.
///
/// Scores rather than ranks are added up later: a score says by how much the first is better than the second, a rank
/// does not (recall@10 on conversations .69 to .65).
final class Shortlist {
    private final double[] scores;
    private final double best;
    private final double last;

    /// @param scores of all candidates; NaN for those without one
    /// @param size how many come through at most; ties at the end all do
    Shortlist(double[] scores, int size) {
        double[] sorted = Arrays.stream(scores)
                .filter(score -> !Double.isNaN(score))
                .sorted()
                .toArray();
        this.scores = scores;
        this.best = sorted.length == 0 ? Double.NaN : sorted[sorted.length - 1];
        this.last = sorted.length == 0 ? Double.NaN : sorted[Math.max(0, sorted.length - size)];
    }

    boolean holds(int candidate) {
        return scores[candidate] >= last;
    }

    /// 0 for the last on the list and for those that are not on it, 1 for the best.
    double stretched(int candidate) {
        if (!holds(candidate)) {
            return 0;
        }
        return best > last ? (scores[candidate] - last) / (best - last) : 1;
    }
}
