package dev.kept.benchmarks.speed;

import dev.kept.local.stack.StackState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/// The processes of a stack on this machine, and the processor time that each has used so far.
final class Processes {
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final double IDLE_SHARE = 0.2;
    private static final int IDLE_LOOKS = 3;

    private final Path home;

    /// @param home the data directory of the stack
    Processes(Path home) {
        this.home = home;
    }

    long pid(String name) {
        return StackState.read(home)
                .flatMap(state -> state.process(name))
                .map(StackState.ProcessState::pid)
                .orElseThrow(() -> new IllegalStateException("there is no process " + name));
    }

    /// By name; `bench` is this process, where requests are sent and the gateway runs.
    Map<String, Duration> processorTime() {
        Map<String, Duration> times = new LinkedHashMap<>();
        times.put("bench", used(ProcessHandle.current().pid()));
        StackState.read(home)
                .ifPresent(state ->
                        state.processes().forEach(process -> times.put(process.name(), used(process.pid()))));
        return times;
    }

    private static Duration used(long pid) {
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().totalCpuDuration())
                .orElse(Duration.ZERO);
    }

    /// Waits until what was written is worked off: for some seconds no process does more than look at its streams.
    void awaitIdle() throws InterruptedException {
        int idle = 0;
        Map<String, Duration> before = processorTime();
        while (idle < IDLE_LOOKS) {
            Thread.sleep(LOOK_EVERY);
            Map<String, Duration> now = processorTime();
            Map<String, Duration> then = before;
            boolean busy = now.entrySet().stream()
                    .anyMatch(entry -> entry.getValue()
                                    .minus(then.getOrDefault(entry.getKey(), Duration.ZERO))
                                    .toNanos()
                            > IDLE_SHARE * LOOK_EVERY.toNanos());
            idle = busy ? 0 : idle + 1;
            before = now;
        }
    }
}
