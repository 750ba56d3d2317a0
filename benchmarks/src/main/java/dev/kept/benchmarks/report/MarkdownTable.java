package dev.kept.benchmarks.report;

import java.util.ArrayList;
import java.util.List;

/// Rows of text, ready for an issue or a page.
public final class MarkdownTable {
    private final List<List<String>> rows = new ArrayList<>();

    public MarkdownTable(List<String> head) {
        rows.add(List.copyOf(head));
        rows.add(head.stream().map(_ -> "---").toList());
    }

    public void add(List<String> cells) {
        rows.add(List.copyOf(cells));
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        rows.forEach(row ->
                text.append("| ").append(String.join(" | ", row)).append(" |").append(System.lineSeparator()));
        return text.toString();
    }
}
