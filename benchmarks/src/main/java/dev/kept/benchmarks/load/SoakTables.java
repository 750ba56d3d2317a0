package dev.kept.benchmarks.load;

import dev.kept.benchmarks.report.MarkdownTable;
import java.util.List;
import java.util.Locale;

/// A soak as Markdown.
final class SoakTables {
    private SoakTables() {}

    static String of(SoakReport report) {
        return String.join(
                System.lineSeparator(),
                report.machine() + ", " + report.minutes() + " minutes, "
                        + report.step().users() + " users at a time",
                "",
                trends(report.trends()),
                LoadTables.times(List.of(report.step())),
                report.kept().text(),
                "");
    }

    private static String trends(List<Trend> trends) {
        MarkdownTable table = new MarkdownTable(
                List.of("process", "what", "median", "growth in the second half", "tolerated", "flat"));
        trends.forEach(trend -> table.add(List.of(
                trend.process(),
                trend.measure().text(),
                number(trend.usual()),
                number(trend.growth()),
                trend.judged() ? number(trend.tolerated()) : "stored data",
                trend.isFlat() ? "yes" : "no")));
        return table.toString();
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
