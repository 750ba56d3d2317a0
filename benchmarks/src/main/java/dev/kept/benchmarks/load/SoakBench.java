package dev.kept.benchmarks.load;

import dev.kept.benchmarks.BenchFailed;
import dev.kept.benchmarks.Options;
import dev.kept.benchmarks.machine.Measure;
import dev.kept.benchmarks.machine.Vitals;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// `soak`: the same modest load for a long time, while memory, threads, files and temporary files must stay what they
/// are.
public final class SoakBench {
    public static final String USAGE = """
            soak [--minutes M] [--users N] [--ephemeral] [--out DIR]
              whether memory, threads, open files and temporary files stay flat under a modest load;
              on a running stack, or on one of its own that keeps nothing (--ephemeral)""";

    private static final int MINUTES = 20;
    private static final int USERS = 10;

    private final PrintStream out;

    public SoakBench(PrintStream out) {
        this.out = out;
    }

    /// @throws BenchFailed where something grows, or something that was acknowledged is lost
    public void run(List<String> arguments) throws IOException, InterruptedException {
        Options options = Options.parse(arguments, Set.of("users", "minutes", "out"), Set.of("ephemeral"));
        int users = options.number("users", USERS);
        int minutes = options.number("minutes", MINUTES);
        Path folder = StackUnderLoad.folder(options);
        StackUnderLoad.with(options, folder, out, stack -> run(stack, users, minutes, folder));
    }

    private void run(StackUnderLoad stack, int users, int minutes, Path folder)
            throws IOException, InterruptedException {
        Instant when = Instant.now();
        String name = "soak-" + when.toString().replaceAll("[^0-9]", "").substring(2, 14);
        LoadPlan plan = LoadPlan.steady(users, minutes);
        Soaking soaking = new Soaking(new Vitals(stack.processes()), 1_000L * plan.seconds());
        LoadRun.Sent sent = new LoadRun(stack, plan, folder.resolve(name), out).run(soaking);
        Map<String, Map<Measure, Series>> series = soaking.series();
        SoakReport report = new SoakReport(
                when.toString(),
                Machine.text(),
                minutes,
                Step.of(0, plan, sent.log(), sent.looks()),
                SoakReport.trends(series),
                series,
                sent.kept());
        SoakFiles.write(report, folder, name);
        out.println();
        out.println(SoakTables.of(report));
        out.println("written: " + folder.resolve(name + ".json") + ", .md and a chart of each figure beside it");
        out.println("Gatling's report: " + sent.report());
        report.orFail();
    }
}
