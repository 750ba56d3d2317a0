package dev.kept.benchmarks.micro;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kept.benchmarks.BenchFailed;
import dev.kept.benchmarks.ModuleJvm;
import dev.kept.benchmarks.Options;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/// `micro`: the hot paths under JMH, each in a process of its own.
public final class MicroBench {
    public static final String USAGE = """
            micro [--only REGEX] [--forks N] [--seconds S] [--out DIR]
              how long the hot paths take: ranking, choosing under a budget, redaction, JSON, tokens, rules""";

    private static final String WARM_UPS = "3";
    private static final String MEASUREMENTS = "5";

    private final PrintStream out;

    public MicroBench(PrintStream out) {
        this.out = out;
    }

    public void run(List<String> arguments) throws IOException, InterruptedException {
        Options options = Options.parse(arguments, Set.of("only", "forks", "seconds", "out"), Set.of());
        Path folder = Files.createDirectories(options.out());
        String name =
                "micro-" + Instant.now().toString().replaceAll("[^0-9]", "").substring(2, 14);
        Path file = folder.resolve(name + ".json").toAbsolutePath();
        out.println("measuring; this takes about two minutes");
        measure(options, file, folder.resolve(name + ".log"));
        String table = MicroTable.of(new ObjectMapper().readTree(file.toFile()));
        Files.writeString(folder.resolve(name + ".md"), table);
        out.println();
        out.println(table);
        out.println("written: " + file + ", .md and .log");
    }

    private static void measure(Options options, Path file, Path log) throws IOException, InterruptedException {
        List<String> command = ModuleJvm.command(
                "benchmarks/micro",
                List.of(
                        "-Xmx1g",
                        "-XX:+UseSerialGC",
                        "-Dkept.root=" + Options.ofRepository("").toAbsolutePath()),
                "org.openjdk.jmh.Main");
        String seconds = options.number("seconds", 1) + "s";
        command.addAll(List.of("-f", Integer.toString(options.number("forks", 1))));
        command.addAll(List.of("-wi", WARM_UPS, "-w", seconds, "-i", MEASUREMENTS, "-r", seconds));
        command.addAll(List.of("-prof", "gc", "-foe", "true", "-rf", "json", "-rff", file.toString()));
        command.add(options.text("only").orElse(".*"));
        Process jmh = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (jmh.waitFor() != 0 || !Files.exists(file)) {
            throw new BenchFailed("the hot paths could not be measured; see " + log);
        }
    }
}
