package dev.kept.benchmarks.fit;

import dev.kept.application.search.Signal;
import dev.kept.benchmarks.retrieval.SearchScore;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Ranks each conversation with weights that were fitted on the others: what to expect of a conversation that nobody
/// has looked at.
final class CrossValidation {
    private final List<Sample> samples;

    CrossValidation(List<Sample> samples) {
        this.samples = List.copyOf(samples);
    }

    /// Means over questions.
    record Score(double recallAt10, double ndcgAt10) {}

    Score heldOut(List<Signal> signals) {
        Map<String, Map<Signal, Double>> weights = samples.stream()
                .map(Sample::conversation)
                .distinct()
                .collect(Collectors.toMap(Function.identity(), left -> fitted(signals, left)));
        return score(sample -> weights.getOrDefault(sample.conversation(), Map.of()));
    }

    Score score(Map<Signal, Double> weights) {
        return score(_ -> weights);
    }

    /// By conversation, with one set of weights.
    Map<String, Score> byConversation(Map<Signal, Double> weights) {
        Map<String, List<Sample>> parts = samples.stream()
                .collect(Collectors.groupingBy(Sample::conversation, TreeMap::new, Collectors.toList()));
        Map<String, Score> scores = new TreeMap<>();
        parts.forEach((conversation, part) -> scores.put(conversation, new CrossValidation(part).score(weights)));
        return scores;
    }

    Map<Signal, Double> fittedOnAll(List<Signal> signals) {
        return new ListwiseFit(samples, signals).weights();
    }

    private Map<Signal, Double> fitted(List<Signal> signals, String heldOut) {
        List<Sample> others = samples.stream()
                .filter(sample -> !sample.conversation().equals(heldOut))
                .toList();
        return new ListwiseFit(others, signals).weights();
    }

    private Score score(Function<Sample, Map<Signal, Double>> weights) {
        List<SearchScore> scores = samples.stream()
                .map(sample -> SearchScore.of(
                        sample.ranked(weights.apply(sample)), sample.question().evidence()))
                .toList();
        return new Score(
                scores.stream().mapToDouble(SearchScore::recallAt10).average().orElse(Double.NaN),
                scores.stream().mapToDouble(SearchScore::ndcgAt10).average().orElse(Double.NaN));
    }
}
