package dev.kept.local.child;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A local server started from a module's folder, as the supervisor starts it: `jvm.options`, then `target/classes`
/// and the jars listed in `target/classpath`.
public final class ServerProcess implements AutoCloseable {

    private static final int CONNECT_MILLIS = 500;
    private static final int LIFETIME_SECONDS = 60;

    private final Process process;
    private final BufferedReader output;
    private final CompletableFuture<String> errors;

    private ServerProcess(Process process) {
        this.process = process;
        this.output = process.inputReader(StandardCharsets.UTF_8);
        // A child that hangs must not hang its test: its end closes the streams that the test reads.
        process.onExit().orTimeout(LIFETIME_SECONDS, TimeUnit.SECONDS).exceptionally(_ -> process.destroyForcibly());
        this.errors = CompletableFuture.supplyAsync(() -> text(process.getErrorStream()), Thread::startVirtualThread);
    }

    public static ServerProcess start(Class<?> main, List<String> args) throws IOException {
        String classPath = String.join(
                System.getProperty("path.separator"),
                "target/classes",
                Files.readString(Path.of("target/classpath")).strip());
        return start(Files.readAllLines(Path.of("jvm.options")), classPath, main, args);
    }

    static ServerProcess start(List<String> options, String classPath, Class<?> main, List<String> args)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", classPath, main.getName()));
        command.addAll(args);
        return new ServerProcess(new ProcessBuilder(command).start());
    }

    public static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.ofLiteral(ChildProcess.LOOPBACK))) {
            return socket.getLocalPort();
        }
    }

    /// The next line on standard output; empty when the process closed it.
    public Optional<String> nextLine() throws IOException {
        return Optional.ofNullable(output.readLine());
    }

    /// All that the process wrote to standard error, once it has ended.
    public String errors() {
        return errors.join();
    }

    public void closeInput() throws IOException {
        process.getOutputStream().close();
    }

    /// Not `Process.destroy`: that closes standard input as well, which ends a child on its own.
    public void terminate() {
        process.toHandle().destroy();
    }

    /// The exit code, waited for no longer than the contract allows and a slow machine needs.
    public int exitCode() throws InterruptedException {
        if (!process.waitFor(ChildProcess.GRACE.toSeconds() + 3, TimeUnit.SECONDS)) {
            throw new AssertionError("still running");
        }
        return process.exitValue();
    }

    /// Local addresses other than 127.0.0.1 that answer on a port. On Linux, 127.0.0.2 reaches a server that listens
    /// on all interfaces even where the machine has no other network.
    public static List<InetAddress> answeringBeyondLoopback(int port) throws IOException {
        Stream<InetAddress> others = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress());
        return Stream.concat(Stream.of(InetAddress.ofLiteral("127.0.0.2")), others)
                .filter(address -> answers(address, port))
                .toList();
    }

    public static boolean answers(InetAddress address, int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), CONNECT_MILLIS);
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    /// Dies as by SIGKILL, and is gone on return.
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private static String text(InputStream stream) {
        try (stream) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
