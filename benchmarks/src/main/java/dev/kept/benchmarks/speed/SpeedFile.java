package dev.kept.benchmarks.speed;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;

/// A run's figures as JSON.
final class SpeedFile {
    private SpeedFile() {}

    static void write(SpeedReport report, Path file) throws IOException {
        new ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(file.toFile(), report);
    }
}
