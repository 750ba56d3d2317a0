package dev.kept.benchmarks.load;

import com.sun.management.OperatingSystemMXBean;
import dev.kept.benchmarks.http.KeptClient;
import dev.kept.benchmarks.machine.Backlog;
import dev.kept.benchmarks.machine.Scrape;
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

/// Looks at a stack and its machine as long as something is sent.
final class Watch implements AutoCloseable {
    private static final Duration LOOK_EVERY = Duration.ofSeconds(2);
    private static final int TELL_EVERY = 15;

    private final OperatingSystemMXBean machine = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private final StackProcesses processes;
    private final Backlog backlog;
    private final KeptClient client;
    private final PrintStream out;
    private final List<Look> looks = new ArrayList<>();

    Watch(StackUnderLoad stack, PrintStream out) {
        this.processes = stack.processes();
        this.backlog = stack.backlog();
        this.client = stack.address().administrator();
        this.out = out;
    }

    /// @param observer looks each time as well
    List<Look> until(Generator generator, LoadRun.Observer observer) throws InterruptedException {
        while (generator.isRunning()) {
            looks.add(look(generator.process()));
            observer.look();
            if (looks.size() % TELL_EVERY == 0) {
                tell(looks.getLast());
            }
            Thread.sleep(LOOK_EVERY);
        }
        return looks;
    }

    private Look look(ProcessHandle load) throws InterruptedException {
        Map<String, Duration> used = new HashMap<>(processes.processorTime());
        used.put(Look.LOAD, StackProcesses.processorTime(Stream.of(load)));
        Scrape scrape = Scrape.of(client.getForText("/metrics"));
        return new Look(System.currentTimeMillis(), used, machine.getCpuLoad(), backlog.messages(), scrape);
    }

    private void tell(Look look) {
        out.printf(
                Locale.ROOT,
                "after %d s: processors %.0f%% busy, %d messages waiting%n",
                (look.at() - looks.getFirst().at()) / 1_000,
                100 * look.busy(),
                look.messages().waiting());
    }

    @Override
    public void close() {
        backlog.close();
    }
}
