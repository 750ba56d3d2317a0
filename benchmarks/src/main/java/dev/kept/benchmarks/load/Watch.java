package dev.kept.benchmarks.load;

import com.sun.management.OperatingSystemMXBean;
import dev.kept.benchmarks.machine.Backlog;
import dev.kept.benchmarks.machine.StackProcesses;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/// Looks at the machine as long as something is sent.
final class Watch {
    private static final Duration LOOK_EVERY = Duration.ofSeconds(2);
    private static final int TELL_EVERY = 15;

    private final OperatingSystemMXBean machine = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private final StackProcesses processes;
    private final Backlog backlog;
    private final PrintStream out;
    private final List<Look> looks = new ArrayList<>();

    Watch(StackProcesses processes, Backlog backlog, PrintStream out) {
        this.processes = processes;
        this.backlog = backlog;
        this.out = out;
    }

    List<Look> until(Generator generator, LoadRun.Observer observer) throws InterruptedException {
        while (generator.isRunning()) {
            looks.add(look(generator.process()));
            if (looks.size() % TELL_EVERY == 0) {
                tell(looks.getLast());
            }
            observer.look();
            Thread.sleep(LOOK_EVERY);
        }
        return looks;
    }

    private Look look(ProcessHandle load) throws InterruptedException {
        Map<String, Duration> used = new HashMap<>(processes.processorTime());
        used.put(Look.LOAD, StackProcesses.processorTime(Stream.of(load)));
        return new Look(System.currentTimeMillis(), used, machine.getCpuLoad(), backlog.messages());
    }

    private void tell(Look look) {
        out.printf(
                Locale.ROOT,
                "after %d s: processors %.0f%% busy, %d messages waiting%n",
                (look.at() - looks.getFirst().at()) / 1_000,
                100 * look.busy(),
                look.messages().waiting());
    }
}
