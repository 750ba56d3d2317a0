package dev.kept.benchmarks.coldstart;

import dev.kept.benchmarks.Options;
import dev.kept.local.lambda.InitFailed;
import dev.kept.local.stack.LocalStack;
import dev.kept.local.stack.StackOptions;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/// `coldstart`: from the start of a function's process to its first reply, on a stack of its own.
public final class ColdStartBench {
    public static final String USAGE = """
            coldstart [--functions NAME,…] [--runs N] [--out DIR]
              from the start of a function's process to its first reply, beside a bare handler and after a restore""";

    private static final String MEASURED = "session-start,turns,search,context";
    private static final int RUNS = 5;

    private final PrintStream out;

    public ColdStartBench(PrintStream out) {
        this.out = out;
    }

    public void run(List<String> arguments) throws IOException, InterruptedException, InitFailed {
        Options options = Options.parse(arguments, Set.of("functions", "runs", "out"), Set.of());
        Path folder = Files.createDirectories(options.out().resolve("coldstart"));
        List<String> functions =
                Arrays.asList(options.text("functions").orElse(MEASURED).split(",", -1));
        out.println("starting a stack");
        try (LocalStack stack = LocalStack.start(StackOptions.forTests(folder.resolve("stack")))) {
            ColdStarts starts = new ColdStarts(new Surroundings(stack), folder);
            List<ColdStartRow> rows = new ArrayList<>();
            for (String function : functions) {
                out.println("measuring " + function);
                rows.add(starts.measure(function, options.number("runs", RUNS)));
            }
            out.println();
            out.println(ColdStartTable.of(rows));
        }
    }
}
