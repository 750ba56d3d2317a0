package dev.kept.runtime.tracing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Whoever collects no traces pays nothing for them at a cold start.
class WithoutCollectorTest {
    @Test
    void loadsNothingOfOpenTelemetry() throws IOException, InterruptedException {
        ProcessBuilder java = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xlog:class+load",
                "-cp",
                System.getProperty("java.class.path"),
                WithoutCollector.class.getName());
        java.environment().remove("KEPT_TRACES_ENDPOINT");
        Process process = java.redirectErrorStream(true).start();
        String loaded = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertEquals(0, process.waitFor(), loaded);
        assertTrue(loaded.contains(NoTracing.class.getName() + " "), "it lists what is loaded");
        assertEquals(
                List.of(),
                loaded.lines()
                        .filter(line -> line.contains(" io.opentelemetry") || line.contains(" io.github.resilience4j"))
                        .toList());
    }
}
