package dev.kept.benchmarks.extraction;

import dev.kept.benchmarks.extraction.ConversationScore.Expectation;
import dev.kept.benchmarks.extraction.ConversationScore.Verdict;
import dev.kept.benchmarks.extraction.Score.Block;
import dev.kept.benchmarks.report.MarkdownTable;
import dev.kept.domain.session.Utterance;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// A score as tables for an issue or a page, with the worst of what was missed and of what was kept.
final class ScoreText {
    private static final List<String> IMPORTANCE = List.of("high", "medium", "low");
    private static final int SHOWN = 200;

    private ScoreText() {}

    static String byType(Score score) {
        MarkdownTable table = new MarkdownTable(
                List.of("type", "exp", "recall", "strict", "exact", "pred", "prec", "prec_adj", "f1", "dup"));
        Score.TYPES.forEach(type -> table.add(line(type, score.of(type))));
        table.add(line("overall", score.overall()));
        return table.toString();
    }

    /// What was expected, in rows, against what it was kept as.
    static String confusion(Score score) {
        List<String> head = new ArrayList<>(List.of("expected \\ kept as"));
        head.addAll(Score.TYPES);
        head.add("missed");
        MarkdownTable table = new MarkdownTable(head);
        for (String type : Score.TYPES) {
            List<Expectation> ofType = expected(score)
                    .map(Missable::expectation)
                    .filter(it -> it.gold().type().equals(type))
                    .toList();
            List<String> cells = new ArrayList<>(List.of(type));
            Score.TYPES.forEach(as -> cells.add(count(ofType, as)));
            cells.add(Long.toString(ofType.stream().filter(it -> !it.hit()).count()));
            table.add(cells);
        }
        return table.toString();
    }

    static String byTag(Score score) {
        MarkdownTable table =
                new MarkdownTable(List.of("tag", "conversations", "recall", "precision", "pred", "violated"));
        score.tags().forEach(tag -> {
            Score some = score.tagged(tag);
            Block all = some.overall();
            table.add(List.of(
                    tag,
                    Integer.toString(some.rows().size()),
                    Ratio.text(all.recall()),
                    Ratio.text(all.precision()),
                    Integer.toString(all.predicted()),
                    some.violatedByReason().toString()));
        });
        return table.toString();
    }

    /// The most important that were missed, those that still hold first; with where they were said.
    static List<String> misses(Score score) {
        return expected(score)
                .filter(it -> !it.expectation().hit())
                .sorted(Comparator.comparingInt((Missable it) ->
                                IMPORTANCE.indexOf(it.expectation().gold().importance()))
                        .thenComparing(it -> it.expectation().superseded()))
                .map(Missable::text)
                .toList();
    }

    /// The most important that nobody asked for, with why they were kept.
    static List<String> junk(Score score) {
        record Kept(String conversation, Predicted memory) {}
        return score.rows().stream()
                .flatMap(row -> row.predicted().stream()
                        .filter(Verdict::junk)
                        .map(it -> new Kept(row.conversation().id(), it.memory())))
                .sorted(Comparator.comparingDouble((Kept it) -> it.memory().importance())
                        .reversed())
                .map(it -> "%s %s %.2f %s: %s%n     cites %s; why: %s"
                        .formatted(
                                it.conversation(),
                                it.memory().type(),
                                it.memory().importance(),
                                it.memory().status(),
                                line(it.memory().content()),
                                it.memory().turns(),
                                it.memory().why()))
                .toList();
    }

    private static List<String> line(String name, Block block) {
        return List.of(
                name,
                Integer.toString(block.expected()),
                Ratio.text(block.recall()),
                Ratio.text(block.strict()),
                Ratio.text(block.exact()),
                Integer.toString(block.predicted()),
                Ratio.text(block.precision()),
                Ratio.text(block.adjusted()),
                Ratio.text(block.f1()),
                Integer.toString(block.duplicates()));
    }

    private static String count(List<Expectation> ofType, String as) {
        long count = ofType.stream()
                .filter(it -> it.best().filter(best -> best.type().equals(as)).isPresent())
                .count();
        return count == 0 ? "" : Long.toString(count);
    }

    private record Missable(Conversation conversation, Expectation expectation) {
        String text() {
            GoldMemory gold = expectation.gold();
            String said = conversation.sessions().stream()
                    .flatMap(sitting -> sitting.turns().stream())
                    .filter(turn -> gold.turns().contains(turn.clientId().orElse("")))
                    .map(Utterance::content)
                    .reduce((first, last) -> first + " … " + last)
                    .orElse("");
            return "%s %s %s%s: %s%n     said in %s: %s"
                    .formatted(
                            conversation.id(),
                            gold.importance(),
                            gold.type(),
                            expectation.superseded() ? " (superseded later)" : "",
                            gold.terms(),
                            gold.turns(),
                            line(said));
        }
    }

    private static Stream<Missable> expected(Score score) {
        return score.rows().stream()
                .flatMap(row -> row.expected().stream().map(it -> new Missable(row.conversation(), it)));
    }

    private static String line(String text) {
        String line = text.replaceAll("\\s+", " ");
        return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "…";
    }
}
