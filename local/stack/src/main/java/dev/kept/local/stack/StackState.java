package dev.kept.local.stack;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What a running stack tells other commands about itself, in `stack.json`.
@JsonIgnoreProperties(ignoreUnknown = true)
public record StackState(
        long pid, String url, boolean ready, boolean ephemeral, long startMillis, List<ProcessState> processes) {

    static final String FILE = "stack.json";

    private static final ObjectMapper JSON = new ObjectMapper();

    public StackState {
        processes = List.copyOf(processes);
    }

    /// `pid` is 0 where the process does not run.
    public record ProcessState(String name, long pid, int port, String state) {}

    /// The stack of a home, if its supervisor still runs.
    public static Optional<StackState> read(Path home) {
        Path file = home.resolve(FILE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readValue(file.toFile(), StackState.class)).filter(StackState::isRunning);
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    private boolean isRunning() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(process -> startMillis == 0 || startedAt(process) == startMillis)
                .isPresent();
    }

    /// Tells a supervisor from another process that was given its number after it.
    static long startedAt(ProcessHandle process) {
        return process.info()
                .startInstant()
                .map(java.time.Instant::toEpochMilli)
                .orElse(0L);
    }

    public Optional<ProcessState> process(String name) {
        return processes.stream().filter(process -> process.name().equals(name)).findFirst();
    }

    public Duration age() {
        return Duration.ofMillis(System.currentTimeMillis() - startMillis);
    }

    String json() throws IOException {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this);
    }
}
