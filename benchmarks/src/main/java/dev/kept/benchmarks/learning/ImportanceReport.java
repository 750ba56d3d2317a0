package dev.kept.benchmarks.learning;

import dev.kept.benchmarks.report.MarkdownTable;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/// How often a memory's importance is that of its label, as the rules have it and as fitted weights would; whole
/// conversations are held out. The weights are few, and stand in `extraction-rules.yaml`, where people read them.
final class ImportanceReport {
    private static final int FOLDS = 5;
    private static final double PENALTY = 2;

    private final PrintStream out;

    ImportanceReport(PrintStream out) {
        this.out = out;
    }

    void of(List<Weighed> weighed) {
        out.printf(
                Locale.ROOT,
                "importance of what is right and holds, of %d: %.3f as the rules have it, %.3f held out as fitted%n%n",
                weighed.size(),
                share(weighed, Weighed::now),
                heldOut(weighed));
        MarkdownTable table = new MarkdownTable(List.of("importance", "times", "weighs"));
        AdditiveFit.of(weighed, PENALTY)
                .weights()
                .forEach((name, weight) -> table.add(List.of(
                        name,
                        Long.toString(weighed.stream()
                                .filter(one ->
                                        one.type().equals(name) || one.factors().contains(name))
                                .count()),
                        "%.2f".formatted(weight))));
        out.println(table);
    }

    private static double heldOut(List<Weighed> weighed) {
        List<String> groups =
                weighed.stream().map(Weighed::group).distinct().collect(Collectors.toCollection(ArrayList::new));
        Collections.shuffle(groups, new Random(1));
        double right = 0;
        for (int fold = 0; fold < FOLDS; fold++) {
            int held = fold;
            Set<String> out = groups.stream()
                    .filter(group -> groups.indexOf(group) % FOLDS == held)
                    .collect(Collectors.toSet());
            List<Weighed> tested =
                    weighed.stream().filter(one -> out.contains(one.group())).toList();
            AdditiveFit fit = AdditiveFit.of(
                    weighed.stream().filter(one -> !out.contains(one.group())).toList(), PENALTY);
            right += share(tested, fit::of) * tested.size();
        }
        return right / weighed.size();
    }

    private static double share(List<Weighed> weighed, ToDoubleFunction<Weighed> weight) {
        long right = weighed.stream()
                .filter(one -> one.isRight(weight.applyAsDouble(one)))
                .count();
        return (double) right / weighed.size();
    }
}
