package dev.kept.benchmarks.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VitalsTest {
    @TempDir
    Path home = Path.of("");

    /// This process plays the host.
    @BeforeEach
    void aStackRuns() throws IOException {
        assumeTrue(Files.exists(Path.of("/proc/self/status")), "only Linux has /proc");
        long pid = ProcessHandle.current().pid();
        Files.writeString(home.resolve("stack.json"), """
                {"pid": %d, "url": "", "ready": true, "ephemeral": true, "startMillis": 0,
                 "processes": [{"name": "host", "pid": %d, "port": 1, "state": "READY"}]}""".formatted(pid, pid));
        Files.createDirectories(home.resolve("temporary/host/kept-1"));
        Files.createDirectories(home.resolve("data/host"));
    }

    @Test
    void seesMemoryAndThreads() {
        assertTrue(host().getOrDefault(Measure.MEMORY, 0.0) > 10);
        assertTrue(host().getOrDefault(Measure.THREADS, 0.0) > 1);
    }

    @Test
    void countsOpenFilesButNotThoseOfData() throws IOException {
        double before = host().getOrDefault(Measure.FILES, 0.0);
        Path file = Files.writeString(home.resolve("a"), "a");
        Path data = Files.writeString(home.resolve("data/host/b"), "b");

        try (InputStream _ = Files.newInputStream(file);
                InputStream _ = Files.newInputStream(data)) {
            assertEquals(before + 1, host().getOrDefault(Measure.FILES, 0.0));
        }
    }

    @Test
    void countsTemporaryFilesButNotWhatAServerKeepsThere() throws IOException {
        Files.writeString(home.resolve("temporary/host/native.so"), "x".repeat(1024 * 1024));
        Files.writeString(home.resolve("temporary/host/kept-1/object"), "kept");

        assertEquals(1, host().get(Measure.TEMPORARY_FILES));
        assertEquals(1, host().get(Measure.TEMPORARY_SIZE));
    }

    @Test
    void nothingRunsNothingIsSeen() throws IOException {
        Files.delete(home.resolve("stack.json"));

        assertEquals(Map.of(), new Vitals(new StackProcesses(home)).now());
    }

    private Map<Measure, Double> host() {
        return Objects.requireNonNull(new Vitals(new StackProcesses(home)).now().get("host"));
    }
}
