package dev.kept.benchmarks.retrieval;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// What one answer of search is worth.
///
/// Counted are turns, not results: a result stands for the turns that it rests on, each turn counts where it comes
/// first, and a result that rests on none still takes a place. So a memory of three turns is not three times as good
/// as a turn, and a memory of nothing is worse than no result.
///
/// @param recallAt5 share of the evidence among the first five turns
/// @param hitAt10 1 where any evidence is among the first ten turns
/// @param reciprocalRank of the first evidence; 0 where there is none
/// @param ndcgAt10 discounted gain of the first ten turns over that of a perfect order
public record SearchScore(
        double recallAt5,
        double recallAt10,
        double recallAt20,
        double hitAt10,
        double reciprocalRank,
        double ndcgAt10) {
    private static final int NDCG_TURNS = 10;

    /// @param results in rank order, each as the ids of the turns that it rests on
    /// @param evidence at least one turn
    public static SearchScore of(List<List<String>> results, List<String> evidence) {
        Set<String> wanted = new HashSet<>(evidence);
        List<String> turns = distinctTurns(results);
        return new SearchScore(
                recall(turns, wanted, 5),
                recall(turns, wanted, 10),
                recall(turns, wanted, 20),
                recall(turns, wanted, 10) > 0 ? 1 : 0,
                reciprocalRank(turns, wanted),
                ndcg(turns, wanted));
    }

    static List<String> distinctTurns(List<List<String>> results) {
        Set<String> turns = new LinkedHashSet<>();
        for (int i = 0; i < results.size(); i++) {
            turns.addAll(results.get(i).isEmpty() ? List.of("!none" + i) : results.get(i));
        }
        return List.copyOf(turns);
    }

    private static double recall(List<String> turns, Set<String> wanted, int first) {
        long found = turns.stream().limit(first).filter(wanted::contains).count();
        return (double) found / wanted.size();
    }

    private static double reciprocalRank(List<String> turns, Set<String> wanted) {
        for (int i = 0; i < turns.size(); i++) {
            if (wanted.contains(turns.get(i))) {
                return 1.0 / (i + 1);
            }
        }
        return 0;
    }

    private static double ndcg(List<String> turns, Set<String> wanted) {
        double gain = 0;
        for (int i = 0; i < Math.min(NDCG_TURNS, turns.size()); i++) {
            gain += wanted.contains(turns.get(i)) ? discount(i) : 0;
        }
        double best = 0;
        for (int i = 0; i < Math.min(NDCG_TURNS, wanted.size()); i++) {
            best += discount(i);
        }
        return gain / best;
    }

    private static double discount(int place) {
        return Math.log(2) / Math.log(place + 2.0);
    }
}
