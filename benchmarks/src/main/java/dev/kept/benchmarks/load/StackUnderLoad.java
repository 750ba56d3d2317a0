package dev.kept.benchmarks.load;

import dev.kept.benchmarks.BenchFailed;
import dev.kept.benchmarks.Options;
import dev.kept.benchmarks.http.KeptClient;
import dev.kept.benchmarks.http.StackAddress;
import dev.kept.benchmarks.machine.Backlog;
import dev.kept.benchmarks.machine.StackProcesses;
import dev.kept.local.stack.StackState;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// The stack that is measured: one that runs on this machine, so that its processes can be looked at.
record StackUnderLoad(Path home, StackAddress address) {
    interface Work {
        void on(StackUnderLoad stack) throws IOException, InterruptedException;
    }

    /// On the running stack, or with `--ephemeral` on one that ends afterwards.
    static void with(Options options, Path folder, PrintStream out, Work work)
            throws IOException, InterruptedException {
        if (!options.has("ephemeral")) {
            work.on(at(StackAddress.home().toAbsolutePath().normalize()));
            return;
        }
        out.println("starting a stack");
        try (OwnStack own = OwnStack.start(folder)) {
            work.on(at(own.home()));
        }
    }

    /// @throws BenchFailed where there is none
    private static StackUnderLoad at(Path home) {
        if (StackState.read(home).filter(StackState::ready).isEmpty()) {
            throw new BenchFailed("no stack is running in " + home
                    + ": start one with ./kept up, set KEPT_HOME to its data directory, or give --ephemeral");
        }
        StackUnderLoad stack = new StackUnderLoad(home, StackAddress.in(home));
        if (!stack.address().administrator().isHealthy()) {
            throw new BenchFailed("the stack in " + home + " does not answer: see ./kept status");
        }
        return stack;
    }

    static Path folder(Options options) throws IOException {
        return Files.createDirectories(options.out());
    }

    StackProcesses processes() {
        return new StackProcesses(home);
    }

    Backlog backlog() {
        return Backlog.of(home);
    }

    KeptClient client(String key) {
        return new KeptClient(address.url(), key);
    }
}
