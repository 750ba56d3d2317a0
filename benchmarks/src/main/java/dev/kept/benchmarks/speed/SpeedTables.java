package dev.kept.benchmarks.speed;

import dev.kept.benchmarks.report.MarkdownTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A run's figures as Markdown.
final class SpeedTables {
    private SpeedTables() {}

    static String of(SpeedReport report) {
        return String.join(
                System.lineSeparator(),
                loads(report),
                latencies(report),
                growth(report),
                firstAnswers(report),
                writtenThenFound(report),
                "",
                caching(report));
    }

    private static String loads(SpeedReport report) {
        MarkdownTable table = new MarkdownTable(List.of("loaded", "records", "indexed", "load s", "indexed/s"));
        report.loads()
                .forEach(load -> table.add(List.of(
                        load.what(),
                        whole(load.size()),
                        whole(load.indexed()),
                        number(load.seconds()),
                        whole(load.indexedPerSecond()))));
        return table.toString();
    }

    private static String latencies(SpeedReport report) {
        MarkdownTable table = new MarkdownTable(List.of(
                "records",
                "asked",
                "questions",
                "clients",
                "n",
                "p50 ms",
                "p95",
                "p99",
                "max",
                "per s",
                "processor ms per request"));
        report.figures().forEach(figure -> table.add(row(figure)));
        return table.toString();
    }

    private static List<String> row(SpeedReport.Figure figure) {
        Latency latency = figure.latency();
        return List.of(
                whole(figure.size()),
                figure.asked(),
                figure.how(),
                whole(latency.clients()),
                whole((double) latency.requests()),
                number(latency.p50()),
                number(latency.p95()),
                number(latency.p99()),
                number(latency.max()),
                number(latency.perSecond()),
                processors(latency));
    }

    private static String processors(Latency latency) {
        List<String> parts = new ArrayList<>();
        latency.processorMillis().entrySet().stream()
                .sorted((a, b) -> Double.compare(b.getValue(), a.getValue()))
                .filter(entry -> entry.getValue() >= 0.05)
                .forEach(entry -> parts.add(entry.getKey() + " " + number(entry.getValue())));
        return String.join(", ", parts);
    }

    /// The median of new questions with one client, against that at the smallest size.
    private static String growth(SpeedReport report) {
        MarkdownTable table = new MarkdownTable(List.of("asked", "records", "p50 ms", "times the smallest"));
        for (String asked : List.of("search", "context")) {
            List<SpeedReport.Figure> figures = report.figures().stream()
                    .filter(figure -> figure.isOf(asked) && figure.latency().clients() == 1)
                    .toList();
            figures.forEach(figure -> table.add(List.of(
                    asked,
                    whole(figure.size()),
                    number(figure.latency().p50()),
                    String.format(
                            Locale.ROOT,
                            "%.2f",
                            figure.latency().p50()
                                    / figures.getFirst().latency().p50()))));
        }
        return table.toString();
    }

    private static String firstAnswers(SpeedReport report) {
        MarkdownTable table =
                new MarkdownTable(List.of("records", "after a start", "first ms", "median of the next 20"));
        report.firstAnswers()
                .forEach(first -> table.add(
                        List.of(whole(first.size()), first.asked(), number(first.first()), number(first.next()))));
        return table.toString();
    }

    private static String writtenThenFound(SpeedReport report) {
        SpeedReport.WrittenThenFound pairs = report.writtenThenFound();
        return "written, then searched: " + pairs.pairs() + " pairs, " + pairs.misses() + " misses, p50 "
                + number(pairs.latency().p50()) + " ms a pair with "
                + pairs.latency().clients() + " clients";
    }

    private static String caching(SpeedReport report) {
        MarkdownTable table =
                new MarkdownTable(List.of("cache, mode " + report.caching().mode(), "asked", "hits", "share"));
        report.caching()
                .caches()
                .forEach(cache -> table.add(List.of(
                        cache.name(),
                        Long.toString(cache.asked()),
                        Long.toString(cache.hits()),
                        String.format(Locale.ROOT, "%.0f %%", 100.0 * cache.hits() / Math.max(1, cache.asked())))));
        return table.toString();
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private static String whole(double value) {
        return String.format(Locale.ROOT, "%,.0f", value);
    }
}
