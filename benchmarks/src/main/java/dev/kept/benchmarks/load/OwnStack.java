package dev.kept.benchmarks.load;

import dev.kept.benchmarks.BenchFailed;
import dev.kept.benchmarks.Options;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A stack for one run, in memory. Started as anybody starts one, so that its supervisor is a process of its own.
record OwnStack(Path home, int port) implements AutoCloseable {
    static OwnStack start(Path folder) throws IOException, InterruptedException {
        OwnStack stack = new OwnStack(folder.resolve("stack").toAbsolutePath(), freePort());
        stack.kept("up", "--ephemeral", "--detach");
        return stack;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void kept(String... arguments) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of(Options.ofRepository("kept").toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder kept = new ProcessBuilder(command).inheritIO();
        kept.environment().put("KEPT_HOME", home.toString());
        kept.environment().put("KEPT_PORT", Integer.toString(port));
        if (kept.start().waitFor() != 0) {
            throw new BenchFailed("a stack of its own could not be started; see " + home.resolve("logs"));
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        kept("down");
    }
}
