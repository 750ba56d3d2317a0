package dev.kept.benchmarks.load;

import dev.kept.benchmarks.BenchFailed;
import dev.kept.benchmarks.Options;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A stack for one run, in memory. Started as anybody starts one, so that its supervisor is a process of its own; ended
/// with this JVM, however that ends.
final class OwnStack implements AutoCloseable {
    private final Path home;
    private final int port;
    private final Thread end = new Thread(this::down);

    private OwnStack(Path home, int port) {
        this.home = home;
        this.port = port;
    }

    static OwnStack start(Path folder) throws IOException, InterruptedException {
        OwnStack stack = new OwnStack(folder.resolve("stack").toAbsolutePath(), freePort());
        if (stack.kept("up", "--ephemeral", "--detach") != 0) {
            throw new BenchFailed("no stack could be started; see " + stack.home.resolve("logs"));
        }
        Runtime.getRuntime().addShutdownHook(stack.end);
        return stack;
    }

    Path home() {
        return home;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private int kept(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Options.ofRepository("kept").toAbsolutePath().toString());
        command.addAll(List.of(arguments));
        // What it says on its way up holds keys; what went wrong it says on the other stream.
        ProcessBuilder kept = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        kept.environment().put("KEPT_HOME", home.toString());
        kept.environment().put("KEPT_PORT", Integer.toString(port));
        return kept.start().waitFor();
    }

    private void down() {
        try {
            kept("down");
        } catch (IOException e) {
            System.err.println("kept bench: the stack in " + home + " could not be ended: " + e.getMessage());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(end);
        down();
    }
}
