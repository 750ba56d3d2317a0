package dev.kept.application.search;

import java.util.Arrays;

/// The best of the candidates by one signal, with their scores stretched to 0 to 1 so that two signals can be added.
///
/// The sum of min-max normalized scores beats the fusion of ranks on conversations (recall@10 .69 to .65): a score
/// says by how much the first is better than the second, a rank does not.
final class Shortlist {
    /// By position of the candidate; NaN for those that did not come that far.
    private final double[] scores;

    private Shortlist(double[] scores) {
        this.scores = scores;
    }

    /// @param scores of all candidates; NaN for those without one
    /// @param size how many come through at most; ties at the end all do
    static Shortlist of(double[] scores, int size) {
        double[] sorted = Arrays.stream(scores)
                .filter(score -> !Double.isNaN(score))
                .sorted()
                .toArray();
        if (sorted.length == 0) {
            return new Shortlist(scores);
        }
        double best = sorted[sorted.length - 1];
        double worst = sorted[Math.max(0, sorted.length - size)];
        return new Shortlist(Arrays.stream(scores)
                .map(score -> score >= worst ? normalized(score, worst, best) : Double.NaN)
                .toArray());
    }

    boolean holds(int candidate) {
        return !Double.isNaN(scores[candidate]);
    }

    /// 0 to 1.
    double score(int candidate) {
        return holds(candidate) ? scores[candidate] : 0;
    }

    private static double normalized(double score, double worst, double best) {
        return best > worst ? (score - worst) / (best - worst) : 1;
    }
}
