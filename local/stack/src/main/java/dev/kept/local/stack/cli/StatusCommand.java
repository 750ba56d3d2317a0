package dev.kept.local.stack.cli;

import dev.kept.local.stack.StackFailed;
import dev.kept.local.stack.StackState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// `status`: every process with its port, pid, memory and state.
final class StatusCommand implements Command {

    private static final String ROW = "%-12s %-9s %8s %7s %9s%n";

    @Override
    public void run(List<String> arguments) throws Exception {
        if (!arguments.isEmpty()) {
            throw new UsageException("");
        }
        RunningStack running = RunningStack.required();
        StackState state = running.state();
        System.out.println(
                state.url() + (state.ready() ? "  ready" : "  starting") + (state.ephemeral() ? ", ephemeral" : "")
                        + ", up for " + state.age().toSeconds() + " s, data in " + running.home());
        System.out.printf(Locale.ROOT, ROW, "process", "state", "pid", "port", "memory");
        int gatewayPort = java.net.URI.create(state.url()).getPort();
        print("supervisor", state.ready() ? "READY" : "STARTING", state.pid(), gatewayPort);
        state.processes().forEach(process -> print(process.name(), process.state(), process.pid(), process.port()));
        boolean allReady =
                state.processes().stream().allMatch(process -> process.state().equals("READY"));
        if (!state.ready() || !allReady) {
            throw new StackFailed("not everything is ready");
        }
    }

    private static void print(String name, String state, long pid, int port) {
        String memory =
                pid == 0 ? "-" : memory(pid).map(megabytes -> megabytes + " MB").orElse("?");
        System.out.printf(
                Locale.ROOT,
                ROW,
                name,
                state.toLowerCase(Locale.ROOT),
                pid == 0 ? "-" : Long.toString(pid),
                port,
                memory);
    }

    /// The resident memory: from /proc on Linux, from ps elsewhere.
    private static Optional<Long> memory(long pid) {
        try {
            Path status = Path.of("/proc", Long.toString(pid), "status");
            String text = Files.exists(status) ? residentLine(status) : ps(pid);
            return Optional.of(Long.parseLong(text.replaceAll("\\D", "")) / 1024);
        } catch (IOException | NumberFormatException _) {
            return Optional.empty();
        }
    }

    private static String residentLine(Path status) throws IOException {
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .findFirst()
                .orElse("");
    }

    private static String ps(long pid) throws IOException {
        Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(pid)).start();
        return new String(ps.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    }
}
