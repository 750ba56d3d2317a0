package dev.kept.benchmarks.extraction;

import dev.kept.benchmarks.extraction.Labels.Forbidden;
import dev.kept.benchmarks.extraction.Matching.Duplicate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// One conversation, as `score.py` scores it.
///
/// @param lumped how many kept memories say more than one expected one
/// @param entities for each expected one whether it was named
/// @param relations for each expected one whether it was found
/// @param foundRelations for each found one whether it was expected
record ConversationScore(
        Conversation conversation,
        List<Expectation> expected,
        List<Verdict> predicted,
        List<Violation> violations,
        List<Boolean> entities,
        List<Boolean> relations,
        List<Boolean> foundRelations,
        List<Duplicate> duplicates,
        int lumped) {
    /// @param sourced whether one of those that say it cites a turn that it rests on
    /// @param best of those that say it
    /// @param superseded whether another expected one took its place
    /// @param stale whether what it superseded is still current without it
    /// @param updated whether it is current, and what it superseded is not
    record Expectation(
            GoldMemory gold,
            boolean strict,
            boolean exact,
            boolean sourced,
            Optional<Predicted> best,
            boolean superseded,
            boolean stale,
            boolean updated) {
        boolean hit() {
            return best.isPresent();
        }

        boolean weighedRight() {
            return best.filter(memory -> memory.importanceLevel().equals(gold.importance()))
                    .isPresent();
        }
    }

    /// @param tolerated harmless, but not asked for
    record Verdict(Predicted memory, boolean correct, boolean tolerated) {
        boolean junk() {
            return !correct && !tolerated;
        }
    }

    /// @param texts those that hold what is forbidden
    record Violation(String reason, List<String> texts) {}

    static ConversationScore of(Conversation conversation, Prediction prediction) {
        Labels labels = conversation.labels();
        Matching matching = new Matching(labels.memories(), prediction.memories());
        return new ConversationScore(
                conversation,
                expectations(labels, prediction, matching),
                verdicts(labels, prediction, matching),
                violations(labels, prediction),
                labels.entities().stream()
                        .map(entity -> prediction.entities().stream().anyMatch(entity::isMetBy))
                        .toList(),
                labels.relations().stream()
                        .map(tie -> prediction.relations().stream().anyMatch(tie::isMetBy))
                        .toList(),
                prediction.relations().stream()
                        .map(tie -> labels.relations().stream().anyMatch(tie::isMetBy))
                        .toList(),
                matching.duplicates(),
                matching.lumped());
    }

    private static List<Expectation> expectations(Labels labels, Prediction prediction, Matching matching) {
        var superseded = labels.memories().stream()
                .flatMap(gold -> gold.supersedes().stream())
                .collect(Collectors.toSet());
        List<Expectation> all = new ArrayList<>();
        for (int i = 0; i < labels.memories().size(); i++) {
            GoldMemory gold = labels.memories().get(i);
            List<Predicted> by =
                    matching.saying(i).stream().map(prediction.memories()::get).toList();
            boolean stale = isStale(i, gold, prediction, matching);
            all.add(new Expectation(
                    gold,
                    by.stream().anyMatch(memory -> gold.isOfType(memory.type())),
                    by.stream().anyMatch(memory -> gold.type().equals(memory.type())),
                    by.stream().anyMatch(memory -> memory.sharesATurnWith(gold)),
                    matching.best(i),
                    superseded.contains(i),
                    stale,
                    !stale && by.stream().anyMatch(Predicted::isCurrent)));
        }
        return all;
    }

    private static boolean isStale(int newer, GoldMemory gold, Prediction prediction, Matching matching) {
        return gold.supersedes().stream()
                .anyMatch(older -> IntStream.range(0, prediction.memories().size())
                        .anyMatch(p -> matching.says(p, older)
                                && !matching.says(p, newer)
                                && prediction.memories().get(p).isCurrent()));
    }

    private static List<Verdict> verdicts(Labels labels, Prediction prediction, Matching matching) {
        List<Verdict> all = new ArrayList<>();
        for (int p = 0; p < prediction.memories().size(); p++) {
            Predicted memory = prediction.memories().get(p);
            boolean correct =
                    matching.saysAny(p) || labels.memories().stream().anyMatch(gold -> halfSays(memory, gold));
            boolean tolerated =
                    !correct && labels.acceptable().stream().anyMatch(terms -> terms.areIn(memory.content()));
            all.add(new Verdict(memory, correct, tolerated));
        }
        return all;
    }

    private static boolean halfSays(Predicted memory, GoldMemory gold) {
        return memory.sharesATurnWith(gold) && gold.terms().areHalfIn(memory.content());
    }

    private static List<Violation> violations(Labels labels, Prediction prediction) {
        List<String> texts = Stream.concat(
                        prediction.memories().stream().map(Predicted::content),
                        prediction.entities().stream().map(NamedEntity::text))
                .toList();
        return labels.mustNotStore().stream()
                .map(forbidden -> violation(forbidden, texts))
                .toList();
    }

    private static Violation violation(Forbidden forbidden, List<String> texts) {
        return new Violation(
                forbidden.reason(), texts.stream().filter(forbidden::isIn).toList());
    }
}
