package dev.kept.benchmarks.load;

import dev.kept.benchmarks.BenchFailed;
import dev.kept.benchmarks.Options;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/// `load`: how many users at once a running stack bears within its promises, and what breaks beyond that.
public final class LoadBench {
    public static final String USAGE = """
            load [--users N | --users N,N,…] [--minutes M] [--warm-up M] [--steps S] [--ephemeral] [--out DIR]
              how many users at once are served as promised, what breaks beyond that, and that nothing is lost;
              on a running stack, or on one of its own that keeps nothing (--ephemeral)""";

    private final PrintStream out;

    public LoadBench(PrintStream out) {
        this.out = out;
    }

    /// @throws BenchFailed where something that was acknowledged is lost
    public void run(List<String> arguments) throws IOException, InterruptedException {
        Options options =
                Options.parse(arguments, Set.of("users", "minutes", "warm-up", "steps", "out"), Set.of("ephemeral"));
        LoadPlan plan = LoadPlan.growing(options);
        Path folder = StackUnderLoad.folder(options);
        StackUnderLoad.with(options, folder, out, stack -> run(stack, plan, folder));
    }

    private void run(StackUnderLoad stack, LoadPlan plan, Path folder) throws IOException, InterruptedException {
        Instant when = Instant.now();
        String name = "load-" + when.toString().replaceAll("[^0-9]", "").substring(2, 14);
        LoadRun.Sent sent = new LoadRun(stack, plan, folder.resolve(name), out).run(() -> {});
        LoadReport report = LoadReport.of(when.toString(), plan, sent.log(), sent.looks(), sent.kept());
        LoadFiles.write(report, folder, name);
        out.println();
        out.println(LoadTables.of(report));
        out.println("written: " + folder.resolve(name + ".json") + ", .md and a chart beside it");
        out.println("Gatling's report: " + sent.report());
        sent.kept().orFail();
    }
}
