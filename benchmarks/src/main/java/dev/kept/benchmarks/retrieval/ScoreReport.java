package dev.kept.benchmarks.retrieval;

import dev.kept.benchmarks.report.MarkdownTable;
import dev.kept.benchmarks.retrieval.ScoreTable.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Scores as a Markdown table: one line for all that counts, then one for each category or variant.
final class ScoreReport {
    private ScoreReport() {}

    static String byCategory(ScoreTable table) {
        MarkdownTable text = new MarkdownTable(head("category", table.overall()));
        Set<Integer> budgets = table.overall().context().keySet();
        text.add(line("all scored", table.overall(), budgets));
        table.byCategory().forEach((category, row) -> text.add(line(category, row, budgets)));
        return text.toString();
    }

    /// @param variants in the order in which they are shown; not empty
    static String byVariant(Map<String, ScoreTable> variants) {
        Row first = variants.values().iterator().next().overall();
        MarkdownTable text = new MarkdownTable(head("variant", first));
        variants.forEach((name, table) ->
                text.add(line(name, table.overall(), first.context().keySet())));
        return text.toString();
    }

    private static List<String> head(String label, Row row) {
        List<String> head =
                new ArrayList<>(List.of(label, "n", "recall@5", "recall@10", "recall@20", "hit@10", "mrr", "ndcg@10"));
        row.context().keySet().forEach(budget -> head.add("ctx@" + budget));
        return head;
    }

    private static List<String> line(String label, Row row, Set<Integer> budgets) {
        List<String> cells = new ArrayList<>(List.of(
                label,
                Integer.toString(row.questions()),
                number(row.recallAt5()),
                number(row.recallAt10()),
                number(row.recallAt20()),
                number(row.hitAt10()),
                number(row.reciprocalRank()),
                number(row.ndcgAt10())));
        budgets.forEach(budget -> cells.add(number(row.context().getOrDefault(budget, Double.NaN))));
        return cells;
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.3f", value);
    }
}
