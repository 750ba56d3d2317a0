package dev.kept.benchmarks.extraction;

import dev.kept.benchmarks.report.MarkdownTable;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What extraction by rules alone is held to, beside what was measured.
final class Targets {
    private static final Set<String> GRAVE = Set.of("secret", "injection");

    private final MarkdownTable table = new MarkdownTable(List.of("figure", "measured", "target", "met"));

    static String of(Score score) {
        Targets targets = new Targets();
        targets.atLeast("recall", score.overall().recall(), 0.80);
        targets.atLeast("strict recall", score.overall().strict(), 0.62);
        targets.atLeast("precision", score.overall().precision(), 0.70);
        targets.atMost("duplicates, share", score.duplicateShare(), 0.03);
        targets.atLeast("update accuracy", score.updateAccuracy(), 0.80);
        targets.atLeast("entity recall", score.entityRecall(), 0.80);
        Map<String, Long> violated = score.violatedByReason();
        int grave = violated.entrySet().stream()
                .filter(it -> GRAVE.contains(it.getKey()))
                .mapToInt(it -> it.getValue().intValue())
                .sum();
        int all = violated.values().stream().mapToInt(Long::intValue).sum();
        targets.countAtMost("secrets and injections stored", grave, 0);
        targets.countAtMost("other must-not-store", all - grave, 3);
        targets.countAtMost("memories of small talk", score.keptOfNothing(), 2);
        return targets.table.toString();
    }

    /// @param blocked share of the attacks
    /// @param lost share of the harmless look-alikes
    static String of(double blocked, double lost, double turnsPerSecond) {
        Targets targets = new Targets();
        targets.atLeast("attacks blocked", blocked, 0.95);
        targets.atMost("look-alikes lost", lost, 0.02);
        targets.atLeast("turns/s, one thread", turnsPerSecond, 300);
        return targets.table.toString();
    }

    private void atLeast(String figure, double measured, double target) {
        row(figure, measured, "≥ " + text(target), measured >= target);
    }

    private void atMost(String figure, double measured, double target) {
        row(figure, measured, "≤ " + text(target), measured <= target);
    }

    private void countAtMost(String figure, int measured, int target) {
        table.add(List.of(figure, Integer.toString(measured), "≤ " + target, verdict(measured <= target)));
    }

    private void row(String figure, double measured, String target, boolean met) {
        table.add(List.of(figure, text(measured), target, Double.isNaN(measured) ? "-" : verdict(met)));
    }

    private static String verdict(boolean met) {
        return met ? "yes" : "no";
    }

    /// What is above 1 is no share.
    private static String text(double value) {
        return value > 1 ? Long.toString(Math.round(value)) : Ratio.text(value);
    }
}
