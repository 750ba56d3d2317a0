package dev.kept.benchmarks.speed;

import dev.kept.benchmarks.Options;
import dev.kept.local.stack.LocalStack;
import dev.kept.local.stack.StackOptions;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/// `search`: how fast search and context answer, on a stack of its own that is in memory and ends with the run.
public final class SpeedBench {
    public static final String USAGE = """
            search [--sizes 1000,10000,100000] [--clients 1,4,16] [--requests N] [--cache none|redis] [--profile] [--out DIR]
              how fast search and context answer, by records stored and by clients, on a stack of its own""";

    private final PrintStream out;

    public SpeedBench(PrintStream out) {
        this.out = out;
    }

    public void run(List<String> arguments) throws IOException, InterruptedException {
        Options options =
                Options.parse(arguments, Set.of("sizes", "clients", "requests", "cache", "out"), Set.of("profile"));
        Path folder = Files.createDirectories(options.out());
        SpeedPlan plan = SpeedPlan.of(options);
        StackOptions stack = StackOptions.forTests(folder.resolve("stack")).withParameter("CacheMode", plan.cache());
        out.println("starting a stack");
        SpeedReport report;
        try (LocalStack started = LocalStack.start(stack);
                SpeedRun run = new SpeedRun(started, plan, folder, out)) {
            report = run.measure();
        }
        String name = "search-" + report.when().replaceAll("[^0-9]", "").substring(2, 14);
        out.println();
        out.println(SpeedTables.of(report));
        SpeedFile.write(report, folder.resolve(name + ".json"));
        SpeedChart.write(report, folder, name);
        out.println("written: " + folder.resolve(name + ".json") + " and two charts beside it");
    }
}
