package dev.kept.application.search;

import dev.kept.application.search.Ranking.Ranked;
import dev.kept.domain.error.DependencyUnavailable;
import dev.kept.domain.error.Throttled;
import dev.kept.domain.memory.MemoryStatus;
import dev.kept.domain.search.Reranker;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Lets a model that reads question and passage together judge the best of the ranking again.
///
/// Its relevance is one more signal, which outweighs all the others together: they decide between passages that it
/// finds
/// equally good. What it did not read keeps its order, below; what was superseded stays at the end. When the
/// model does not answer, the ranking stands as it is: that is the search without a reranker, not a worse one.
final class Rerank {
    /// Half of what these models take as one unit of billing, and little enough to be read in a few hundred
    /// milliseconds.
    static final int PASSAGES_MAX = 50;

    private static final double WEIGHT = 2;

    private final Optional<Reranker> model;

    Rerank(Optional<Reranker> model) {
        this.model = model;
    }

    /// @param relevance empty when the model did not read it
    record Judged(Ranked ranked, double score, Optional<Double> relevance) {
        private static Judged unread(Ranked ranked) {
            return new Judged(ranked, ranked.score(), Optional.empty());
        }

        private static Judged read(Ranked ranked, double relevance) {
            return new Judged(ranked, ranked.score() + WEIGHT * relevance, Optional.of(relevance));
        }
    }

    /// The ranking as it is.
    static List<Judged> unread(List<Ranked> ranked) {
        return ranked.stream().map(Judged::unread).toList();
    }

    /// @param ranked best first
    List<Judged> judge(String question, List<Ranked> ranked) {
        List<Ranked> best = ranked.stream()
                .limit(PASSAGES_MAX)
                .takeWhile(one -> one.item().status() != MemoryStatus.SUPERSEDED)
                .toList();
        Stream<Judged> rest = ranked.stream().skip(best.size()).map(Judged::unread);
        return Stream.concat(reordered(question, best).stream(), rest).toList();
    }

    private List<Judged> reordered(String question, List<Ranked> best) {
        List<Double> relevances = relevances(question, best);
        if (relevances.size() != best.size()) {
            return unread(best);
        }
        List<Judged> judged = new ArrayList<>(best.size());
        for (int i = 0; i < best.size(); i++) {
            judged.add(Judged.read(best.get(i), relevances.get(i)));
        }
        judged.sort(Comparator.comparingDouble(Judged::score).reversed());
        return judged;
    }

    private List<Double> relevances(String question, List<Ranked> best) {
        if (model.isEmpty() || best.size() < 2) {
            return List.of();
        }
        try {
            return model.get()
                    .relevance(
                            question,
                            best.stream().map(one -> one.item().passage()).toList());
        } catch (DependencyUnavailable | Throttled _) {
            return List.of();
        }
    }
}
