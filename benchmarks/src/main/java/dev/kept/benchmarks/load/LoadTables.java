package dev.kept.benchmarks.load;

import dev.kept.benchmarks.report.MarkdownTable;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A run as Markdown.
final class LoadTables {
    private static final int PROCESSES_TOLD = 4;
    private static final String FEW = "*";
    private static final String FEW_NOTE =
            FEW + " of fewer than 200 answers: the slowest of them, or the slowest but one";

    private LoadTables() {}

    static String of(LoadReport report) {
        return String.join(
                System.lineSeparator(),
                report.machine(),
                "",
                rates(report),
                times(report.steps()),
                took(report.steps()),
                sustained(report),
                broken(report),
                report.kept().text(),
                "");
    }

    private static String rates(LoadReport report) {
        MarkdownTable table = new MarkdownTable(List.of(
                "users",
                "turns/s",
                "searches/s",
                "contexts/s",
                "sessions/s",
                "busy",
                "processors",
                "waiting",
                "queue s",
                "index s",
                "holds"));
        report.steps()
                .forEach(step -> table.add(List.of(
                        Integer.toString(step.users()),
                        number(step.turnsPerSecond(report.turnsEach())),
                        number(step.timing(Kind.SEARCH).perSecond()),
                        number(step.contextsPerSecond()),
                        number(step.timing(Kind.SESSION_START).perSecond()),
                        percent(step.surroundings().busy()),
                        processors(step.surroundings().processors()),
                        Long.toString(step.surroundings().waitingAfter()),
                        number(step.surroundings().queueSeconds()),
                        number(step.surroundings().indexSeconds()),
                        step.holds() ? "yes" : "no")));
        return table.toString();
    }

    static String times(List<Step> steps) {
        MarkdownTable table = new MarkdownTable(
                List.of("users", "request", "answered", "a second", "p50 ms", "p95 ms", "p99 ms", "max ms", "refused"));
        steps.forEach(step -> step.timings()
                .forEach(timing -> table.add(List.of(
                        Integer.toString(step.users()),
                        timing.kind().text(),
                        Long.toString(timing.answered()),
                        number(timing.perSecond()),
                        whole(timing.p50()),
                        whole(timing.p95()),
                        whole(timing.p99()) + (timing.isOfFew() ? FEW : ""),
                        whole(timing.max()),
                        refused(timing)))));
        boolean few = steps.stream().flatMap(step -> step.timings().stream()).anyMatch(Timing::isOfFew);
        return table + (few ? FEW_NOTE + System.lineSeparator() : "");
    }

    private static String took(List<Step> steps) {
        MarkdownTable table = new MarkdownTable(Stream.concat(
                        Stream.of("in the functions, ms in the mean"),
                        steps.stream().map(step -> step.users() + " users"))
                .toList());
        steps.stream()
                .flatMap(step -> step.surroundings().took().keySet().stream())
                .distinct()
                .forEach(what -> table.add(Stream.concat(
                                Stream.of(what),
                                steps.stream()
                                        .map(step -> number(
                                                step.surroundings().took().getOrDefault(what, 0.0))))
                        .toList()));
        return table.toString();
    }

    private static String refused(Timing timing) {
        return timing.refused().isEmpty()
                ? "–"
                : timing.refused().entrySet().stream()
                        .map(entry -> entry.getValue() + " × " + (entry.getKey() == 0 ? "no answer" : entry.getKey()))
                        .collect(Collectors.joining(", "));
    }

    private static String sustained(LoadReport report) {
        return report.sustained()
                .map(step -> "sustained within the promises: " + step.users() + " users, "
                        + number(step.turnsPerSecond(report.turnsEach())) + " turns/s, "
                        + number(step.timing(Kind.SEARCH).perSecond()) + " searches/s, "
                        + number(step.contextsPerSecond()) + " contexts/s ("
                        + step.timings().stream()
                                .filter(timing -> timing.kind().promisedMillis().isPresent())
                                .map(timing -> timing.kind().text() + " p99 " + whole(timing.p99()) + " ms of "
                                        + timing.answered())
                                .collect(Collectors.joining(", "))
                        + ")")
                .orElse("no step was within the promises");
    }

    private static String broken(LoadReport report) {
        return report.firstBroken()
                .map(step -> "first to break, at " + step.users() + " users: " + String.join("; ", step.broken())
                        + " (processors " + percent(step.surroundings().busy()) + " busy: "
                        + processors(step.surroundings().processors()) + ")")
                .orElse("nothing broke: give more --users");
    }

    private static String processors(Map<String, Double> processors) {
        return processors.entrySet().stream()
                .limit(PROCESSES_TOLD)
                .map(entry -> entry.getKey() + " " + String.format(Locale.ROOT, "%.2f", entry.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private static String whole(double value) {
        return String.format(Locale.ROOT, "%.0f", value);
    }

    private static String percent(double share) {
        return whole(100 * share) + "%";
    }
}
