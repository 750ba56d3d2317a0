package dev.kept.benchmarks.extraction;

import dev.kept.benchmarks.extraction.ConversationScore.Expectation;
import dev.kept.benchmarks.extraction.ConversationScore.Verdict;
import dev.kept.benchmarks.extraction.ConversationScore.Violation;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// All conversations together. Every share is defined as in `score.py`, which tells how to read them.
record Score(List<ConversationScore> rows) {
    static final List<String> TYPES = List.of("fact", "preference", "code", "decision", "error", "pattern", "entity");

    /// @param adjusted precision without what is tolerated
    record Block(
            int expected,
            double recall,
            double strict,
            double exact,
            int predicted,
            double precision,
            double adjusted,
            double f1,
            int duplicates) {}

    Score {
        rows = List.copyOf(rows);
    }

    static Score of(List<Conversation> conversations, Map<String, Prediction> predictions) {
        return new Score(conversations.stream()
                .map(conversation -> ConversationScore.of(
                        conversation,
                        predictions.getOrDefault(conversation.id(), Prediction.nothing(conversation.id()))))
                .toList());
    }

    Block overall() {
        return block(_ -> true);
    }

    Block of(String type) {
        return block(type::equals);
    }

    private Block block(Predicate<String> ofType) {
        List<Expectation> expected =
                expected().filter(it -> ofType.test(it.gold().type())).toList();
        List<Verdict> predicted =
                predicted().filter(it -> ofType.test(it.memory().type())).toList();
        double recall = share(expected, Expectation::hit);
        long correct = predicted.stream().filter(Verdict::correct).count();
        long tolerated = predicted.stream().filter(Verdict::tolerated).count();
        double precision = Ratio.of(correct, predicted.size());
        return new Block(
                expected.size(),
                recall,
                share(expected, Expectation::strict),
                share(expected, Expectation::exact),
                predicted.size(),
                precision,
                Ratio.of(correct, predicted.size() - tolerated),
                Ratio.harmonicMean(precision, recall),
                duplicates(ofType));
    }

    private int duplicates(Predicate<String> ofType) {
        return (int) rows.stream()
                .flatMap(row -> row.duplicates().stream()
                        .map(it -> row.expected().get(it.expected()).gold().type()))
                .filter(ofType)
                .count();
    }

    double duplicateShare() {
        return Ratio.of(duplicates(_ -> true), predicted().count());
    }

    double recallOfCurrent() {
        return share(expected().filter(it -> !it.superseded()).toList(), Expectation::hit);
    }

    double recallOfUpdates() {
        return share(updates(), Expectation::hit);
    }

    double recallOfImportant() {
        return share(
                expected().filter(it -> it.gold().importance().equals("high")).toList(), Expectation::hit);
    }

    /// The share of updates that took hold: the newer is current, and the older is not without it.
    double updateAccuracy() {
        return share(updates(), Expectation::updated);
    }

    /// Of conversations of which anything was kept, as elsewhere nothing can be outdated.
    List<Expectation> staleAmong() {
        return rows.stream()
                .filter(row -> !row.predicted().isEmpty())
                .flatMap(row -> row.expected().stream())
                .filter(it -> it.gold().supersedes().isPresent())
                .toList();
    }

    private List<Expectation> updates() {
        return expected().filter(it -> it.gold().supersedes().isPresent()).toList();
    }

    double provenance() {
        return share(expected().filter(Expectation::hit).toList(), Expectation::sourced);
    }

    double importanceAgreement() {
        return share(expected().filter(Expectation::hit).toList(), Expectation::weighedRight);
    }

    double coveringSeveral() {
        return Ratio.of(
                rows.stream().mapToInt(ConversationScore::lumped).sum(),
                predicted().count());
    }

    double wordsEach() {
        double words = predicted()
                .mapToInt(it -> it.memory().content().strip().split("\\s+", -1).length)
                .average()
                .orElse(Double.NaN);
        return Double.isNaN(words) ? words : Ratio.rounded(words, 1);
    }

    List<Violation> violations() {
        return rows.stream().flatMap(row -> row.violations().stream()).toList();
    }

    /// How many forbidden things were stored.
    Map<String, Long> violatedByReason() {
        return violations().stream()
                .filter(it -> !it.texts().isEmpty())
                .collect(Collectors.groupingBy(Violation::reason, TreeMap::new, Collectors.counting()));
    }

    /// What was kept where nothing is worth it.
    int keptOfNothing() {
        return rows.stream()
                .filter(row -> row.expected().isEmpty())
                .mapToInt(row -> row.predicted().size())
                .sum();
    }

    double entityRecall() {
        return share(entities(), met -> met);
    }

    List<Boolean> entities() {
        return rows.stream().flatMap(row -> row.entities().stream()).toList();
    }

    double relationRecall() {
        return share(rows.stream().flatMap(row -> row.relations().stream()).toList(), met -> met);
    }

    /// Of the ties that were found; the labels name only the main ones.
    double relationPrecision() {
        return share(rows.stream().flatMap(row -> row.foundRelations().stream()).toList(), met -> met);
    }

    double memoriesEach() {
        return Ratio.rounded((double) predicted().count() / rows.size(), 1);
    }

    /// The conversations with one tag.
    Score tagged(String tag) {
        return new Score(rows.stream()
                .filter(row -> row.conversation().labels().tags().contains(tag))
                .toList());
    }

    List<String> tags() {
        return rows.stream()
                .flatMap(row -> row.conversation().labels().tags().stream())
                .distinct()
                .sorted()
                .toList();
    }

    private Stream<Expectation> expected() {
        return rows.stream().flatMap(row -> row.expected().stream());
    }

    private Stream<Verdict> predicted() {
        return rows.stream().flatMap(row -> row.predicted().stream());
    }

    private static <T> double share(List<T> all, Predicate<T> some) {
        return Ratio.of(all.stream().filter(some).count(), all.size());
    }
}
