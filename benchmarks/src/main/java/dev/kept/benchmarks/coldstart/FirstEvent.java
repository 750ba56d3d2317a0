package dev.kept.benchmarks.coldstart;

import dev.kept.benchmarks.BenchFailed;
import dev.kept.benchmarks.Options;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/// The event that a function is measured with: one of its samples, new each time.
record FirstEvent(String function) {
    private static final Map<String, String> SAMPLES = Map.of(
            "session-start", "start-with-context.json",
            "turns", "add.json",
            "search", "search.json",
            "context", "build.json",
            "memories", "list.json",
            "authorizer", "unknown-key.json");
    private static final AtomicInteger NUMBER = new AtomicInteger();

    byte[] next() throws IOException {
        int number = NUMBER.incrementAndGet();
        return Files.readString(sample())
                .replace("\\\"c1\\\"", "\\\"c1-" + number + "\\\"")
                .replace("\\\"c2\\\"", "\\\"c2-" + number + "\\\"")
                .getBytes(StandardCharsets.UTF_8);
    }

    private Path sample() throws IOException {
        Path folder = Options.ofRepository("events/" + function);
        if (SAMPLES.containsKey(function)) {
            return folder.resolve(SAMPLES.get(function));
        }
        try (Stream<Path> samples = Files.list(folder)) {
            return samples.sorted()
                    .findFirst()
                    .orElseThrow(() -> new BenchFailed(function + " has no sample in events/"));
        }
    }
}
