package dev.kept.benchmarks.retrieval;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/// Means over questions, overall and by category.
///
/// Overall counts the categories `1` to `4` where the data have any of them: in the data sets that use these names, `5`
/// holds questions that the conversation does not answer. Elsewhere every category counts.
public record ScoreTable(Row overall, SortedMap<String, Row> byCategory) {
    private static final Set<String> ANSWERABLE = Set.of("1", "2", "3", "4");

    /// Means over the questions that have evidence.
    ///
    /// @param context share of the evidence by budget
    public record Row(
            int questions,
            double recallAt5,
            double recallAt10,
            double recallAt20,
            double hitAt10,
            double reciprocalRank,
            double ndcgAt10,
            SortedMap<Integer, Double> context) {
        static Row of(List<Answered> asked) {
            List<Answered> scored =
                    asked.stream().filter(one -> one.search().isPresent()).toList();
            return new Row(
                    scored.size(),
                    mean(scored, SearchScore::recallAt5),
                    mean(scored, SearchScore::recallAt10),
                    mean(scored, SearchScore::recallAt20),
                    mean(scored, SearchScore::hitAt10),
                    mean(scored, SearchScore::reciprocalRank),
                    mean(scored, SearchScore::ndcgAt10),
                    contexts(scored));
        }

        private static double mean(List<Answered> scored, ToDoubleFunction<SearchScore> metric) {
            return scored.stream()
                    .map(Answered::search)
                    .flatMap(Optional::stream)
                    .mapToDouble(metric)
                    .average()
                    .orElse(Double.NaN);
        }

        private static SortedMap<Integer, Double> contexts(List<Answered> scored) {
            Set<Integer> budgets = scored.stream()
                    .flatMap(one -> one.contexts().keySet().stream())
                    .collect(Collectors.toCollection(TreeSet::new));
            SortedMap<Integer, Double> means = new TreeMap<>();
            for (int budget : budgets) {
                OptionalDouble mean = scored.stream()
                        .flatMap(one -> Optional.ofNullable(one.contexts().get(budget)).stream())
                        .mapToDouble(ContextScore::share)
                        .average();
                mean.ifPresent(value -> means.put(budget, value));
            }
            return means;
        }
    }

    public static ScoreTable of(List<Answered> asked) {
        Map<String, List<Answered>> byCategory = asked.stream()
                .collect(Collectors.groupingBy(one -> one.question().category()));
        SortedMap<String, Row> rows = new TreeMap<>();
        byCategory.forEach((category, some) -> rows.put(category, Row.of(some)));
        boolean named = byCategory.keySet().stream().anyMatch(ANSWERABLE::contains);
        List<Answered> counted = asked.stream()
                .filter(one -> !named || ANSWERABLE.contains(one.question().category()))
                .toList();
        return new ScoreTable(Row.of(counted), rows);
    }
}
