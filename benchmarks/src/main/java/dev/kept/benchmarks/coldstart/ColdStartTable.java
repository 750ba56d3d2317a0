package dev.kept.benchmarks.coldstart;

import dev.kept.benchmarks.report.MarkdownTable;
import java.util.List;
import java.util.Locale;

final class ColdStartTable {
    private ColdStartTable() {}

    static String of(List<ColdStartRow> rows) {
        MarkdownTable table = new MarkdownTable(List.of(
                "function",
                "zip MB",
                "wall ms",
                "CPU ms",
                "bare wall ms",
                "bare CPU ms",
                "CPU to bare",
                "restored wall ms",
                "restored CPU ms",
                "left"));
        rows.forEach(row -> table.add(List.of(
                row.function(),
                String.format(Locale.ROOT, "%.1f", row.packageBytes() / 1e6),
                wall(row.own()),
                processor(row.own()),
                wall(row.bare()),
                processor(row.bare()),
                String.format(Locale.ROOT, "%.2f", row.toBare()),
                wall(row.restored()),
                processor(row.restored()),
                String.format(Locale.ROOT, "%.0f%%", row.left() * 100))));
        return table.toString();
    }

    private static String wall(ColdStart start) {
        return Long.toString(start.wall().toMillis());
    }

    private static String processor(ColdStart start) {
        return Long.toString(start.processor().toMillis());
    }
}
