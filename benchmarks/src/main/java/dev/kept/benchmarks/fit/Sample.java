package dev.kept.benchmarks.fit;

import dev.kept.application.search.Signal;
import dev.kept.application.search.Signals;
import dev.kept.benchmarks.retrieval.NeutralConversation.Question;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/// A question with the candidates of its answer.
record Sample(String conversation, Question question, List<Option> options) {
    Sample {
        options = List.copyOf(options);
    }

    /// One candidate.
    ///
    /// @param turns that it rests on
    record Option(List<String> turns, Signals signals) {
        Option {
            turns = List.copyOf(turns);
        }

        double score(Map<Signal, Double> weights) {
            double score = 0;
            for (Map.Entry<Signal, Double> weight : weights.entrySet()) {
                score += weight.getValue() * signals.of(weight.getKey());
            }
            return score;
        }
    }

    /// Places of the options that answer the question.
    int[] answers() {
        Predicate<Option> answers =
                option -> option.turns().stream().anyMatch(Set.copyOf(question.evidence())::contains);
        return IntStream.range(0, options.size())
                .filter(i -> answers.test(options.get(i)))
                .toArray();
    }

    /// The turns of the options, best first.
    List<List<String>> ranked(Map<Signal, Double> weights) {
        return options.stream()
                .sorted(Comparator.comparingDouble((Option option) -> option.score(weights))
                        .reversed())
                .map(Option::turns)
                .toList();
    }
}
