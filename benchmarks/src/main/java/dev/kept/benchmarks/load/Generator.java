package dev.kept.benchmarks.load;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kept.benchmarks.BenchFailed;
import dev.kept.benchmarks.ModuleJvm;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Gatling, in a process of its own: its jars do not meet ours, and its processor time is told from that of the stack.
final class Generator implements AutoCloseable {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final List<String> JVM = List.of(
            "-Xmx512m",
            "-XX:+UseSerialGC",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");

    private final Path folder;
    private final Process process;

    private Generator(Path folder, Process process) {
        this.folder = folder;
        this.process = process;
    }

    /// @param folder where its report, its log and a line for each request go
    static Generator start(Path folder, String url, People people, LoadPlan plan) throws IOException {
        Files.createDirectories(folder);
        Process process = new ProcessBuilder(command(folder))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("gatling.log").toFile())
                .start();
        try (OutputStream in = process.getOutputStream()) {
            MAPPER.writeValue(in, order(folder, url, people, plan));
        } catch (IOException e) {
            throw new BenchFailed(failure(folder), e);
        }
        return new Generator(folder, process);
    }

    private static String failure(Path folder) {
        return "Gatling has failed; see " + folder.resolve("gatling.log");
    }

    private static List<String> command(Path folder) {
        List<String> options = new ArrayList<>(JVM);
        // It keeps preferences, and somebody's home is no place for them.
        options.add("-Djava.util.prefs.userRoot=" + folder.toAbsolutePath());
        List<String> command = ModuleJvm.command("benchmarks/load", options, "io.gatling.app.Gatling");
        command.addAll(List.of("--simulation", "dev.kept.load.RealUse"));
        command.addAll(List.of("--results-folder", folder.toAbsolutePath().toString()));
        command.addAll(List.of("--run-description", "Kept under load"));
        return command;
    }

    private static ObjectNode order(Path folder, String url, People people, LoadPlan plan) {
        ObjectNode order = MAPPER.createObjectNode()
                .put("url", url)
                .put("paceMillis", LoadPlan.PACE_MILLIS)
                .put("drainSeconds", LoadPlan.DRAIN_SECONDS)
                .put("log", log(folder).toString());
        order.set("keys", MAPPER.valueToTree(people.keys()));
        order.set("talks", MAPPER.valueToTree(Talk.bundled()));
        order.set("steps", MAPPER.valueToTree(plan.steps()));
        return order;
    }

    private static Path log(Path folder) {
        return folder.resolve("requests.jsonl").toAbsolutePath();
    }

    ProcessHandle process() {
        return process.toHandle();
    }

    boolean isRunning() {
        return process.isAlive();
    }

    /// What it sent, when it has come to its end.
    RequestLog requests() throws IOException, InterruptedException {
        if (process.waitFor() != 0) {
            throw new BenchFailed(failure(folder));
        }
        return RequestLog.read(log(folder));
    }

    /// The report of the run, in a folder that Gatling names after the time.
    Path report() throws IOException {
        try (Stream<Path> folders = Files.list(folder)) {
            return folders.map(each -> each.resolve("index.html"))
                    .filter(Files::exists)
                    .max(Path::compareTo)
                    .orElseThrow(() -> new BenchFailed("Gatling has left no report in " + folder));
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}
