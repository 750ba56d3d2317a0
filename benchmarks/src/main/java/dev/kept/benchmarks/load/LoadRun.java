package dev.kept.benchmarks.load;

import dev.kept.benchmarks.http.KeptClient;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/// Sends what a plan says, looks on, and asks afterwards for what was acknowledged.
final class LoadRun {
    private static final Duration EXTRACTED_WITHIN = Duration.ofMinutes(10);

    private final StackUnderLoad stack;
    private final LoadPlan plan;
    private final Path folder;
    private final PrintStream out;

    /// @param folder of this run
    LoadRun(StackUnderLoad stack, LoadPlan plan, Path folder, PrintStream out) {
        this.stack = stack;
        this.plan = plan;
        this.folder = folder;
        this.out = out;
    }

    /// @param report of Gatling
    record Sent(RequestLog log, List<Look> looks, Kept kept, Path report) {}

    /// Looks on as well, every few seconds.
    @FunctionalInterface
    interface Observer {
        void look() throws InterruptedException;
    }

    Sent run(Observer observer) throws IOException, InterruptedException {
        People people = People.make(stack.address().administrator(), plan.mostUsers());
        out.println("sending for " + plan.seconds() + " s, "
                + (plan.steps().size() == 1
                        ? plan.mostUsers() + " users at a time"
                        : "users at a time, the first to warm up: "
                                + plan.steps().stream()
                                        .map(step -> step.users() + " for " + step.seconds() + " s")
                                        .collect(Collectors.joining(", "))));
        try (Watch watch = new Watch(stack, out);
                Generator generator = Generator.start(folder, stack.address().url(), people, plan)) {
            List<Look> looks = watch.until(generator, observer);
            RequestLog log = generator.requests();
            return new Sent(log, looks, readBack(people, log), generator.report());
        }
    }

    private Kept readBack(People people, RequestLog log) throws InterruptedException {
        Collection<Acknowledged> acknowledged = Acknowledged.of(log.requests());
        out.println("waiting for the extraction of " + acknowledged.size() + " sessions, and reading them back");
        List<KeptClient> clients = people.keys().stream().map(stack::client).toList();
        long deadline = System.currentTimeMillis() + EXTRACTED_WITHIN.toMillis();
        return new ReadBack(clients::get, deadline).of(acknowledged);
    }
}
