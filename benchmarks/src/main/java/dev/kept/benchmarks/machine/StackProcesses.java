package dev.kept.benchmarks.machine;

import dev.kept.local.stack.StackState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The processes of a running stack by their names: the supervisor, which is also the gateway and polls queues and
/// streams; its children; and, as one, the processes of isolated functions, which come and go.
public record StackProcesses(Path home) {
    private static final String SUPERVISOR = "supervisor";
    private static final String HOST = "host";
    private static final String FUNCTIONS = "functions";

    /// Nothing where the stack does not run.
    public Map<String, List<ProcessHandle>> byName() {
        Map<String, List<ProcessHandle>> named = new LinkedHashMap<>();
        StackState.read(home).ifPresent(state -> {
            put(named, SUPERVISOR, state.pid());
            state.processes().forEach(process -> put(named, process.name(), process.pid()));
        });
        List<ProcessHandle> functions = named.getOrDefault(HOST, List.of()).stream()
                .flatMap(ProcessHandle::descendants)
                .toList();
        if (!functions.isEmpty()) {
            named.put(FUNCTIONS, functions);
        }
        return named;
    }

    private static void put(Map<String, List<ProcessHandle>> named, String name, long pid) {
        ProcessHandle.of(pid).ifPresent(process -> named.put(name, List.of(process)));
    }

    /// Used so far.
    public Map<String, Duration> processorTime() {
        Map<String, Duration> times = new LinkedHashMap<>();
        byName().forEach((name, processes) -> times.put(name, processorTime(processes.stream())));
        return times;
    }

    public static Duration processorTime(Stream<ProcessHandle> processes) {
        return processes
                .flatMap(process -> process.info().totalCpuDuration().stream())
                .reduce(Duration.ZERO, Duration::plus);
    }
}
