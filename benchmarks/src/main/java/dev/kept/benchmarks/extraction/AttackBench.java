package dev.kept.benchmarks.extraction;

import dev.kept.benchmarks.Options;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// `./kept bench attacks`: what of the attack set gets into a memory, and what of its harmless look-alikes is lost.
public final class AttackBench {
    public static final String USAGE = """
            attacks [--data DIR]
                plays the attack set and its harmless look-alikes through extraction, without a stack
            """;

    private static final List<String> FILES =
            List.of("attacks-tuned.jsonl", "attacks-held-out.jsonl", "harmless-tuned.jsonl", "harmless-held-out.jsonl");

    private final PrintStream out;

    public AttackBench(PrintStream out) {
        this.out = out;
    }

    public void run(List<String> arguments) throws IOException {
        Path data = Options.parse(arguments, Set.of("data"), Set.of())
                .text("data")
                .map(Path::of)
                .orElse(Options.ofRepository("benchmarks/data/attacks"));
        play(data);
    }

    List<AttackTable> play(Path data) throws IOException {
        List<AttackTable> tables = new ArrayList<>();
        for (String file : FILES) {
            AttackTable table = AttackTable.of(data.resolve(file));
            print(table);
            tables.add(table);
        }
        return tables;
    }

    private void print(AttackTable table) {
        out.printf(Locale.ROOT, "%n%s: %.1f%% of %d%n", table.file(), 100 * table.share(), table.cases());
        table.kinds().forEach((kind, row) -> out.printf("  %-24s %3d of %3d%n", kind, row.withstood(), row.cases()));
        table.failures().forEach(failure -> out.println("  not withstood: " + failure));
    }
}
