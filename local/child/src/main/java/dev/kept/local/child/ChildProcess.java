package dev.kept.local.child;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;

/// Runs a local server as a child of the supervisor.
///
/// - It prints one line on standard output, `READY <port>`, when it serves; all else goes to standard error.
/// - A port in use is one line on standard error and exit code 2.
/// - It ends when standard input ends. The supervisor holds the other end of that pipe and never writes to it, so the
///   operating system closes it however the supervisor dies, SIGKILL included, and no server is left behind.
/// - SIGTERM, and the end of standard input, stop it in order, but within [#GRACE].
public final class ChildProcess {

    public static final String LOOPBACK = "127.0.0.1";
    public static final int EXIT_FAILED = 1;
    public static final int EXIT_PORT_IN_USE = 2;
    public static final int EXIT_USAGE = 64;
    public static final Duration GRACE = Duration.ofSeconds(2);

    private static final int EXIT_TERMINATED = 143;

    private ChildProcess() {}

    public static void run(String name, String[] args, Server server) {
        PrintStream supervisor = System.out;
        System.setOut(System.err);
        endWithParent(System.in);
        try {
            Arguments arguments = Arguments.parse(args);
            for (int port : arguments.ports()) {
                requireFree(port);
            }
            stopAtExit(server.start(arguments));
            supervisor.println("READY " + arguments.port());
            supervisor.flush();
        } catch (IllegalArgumentException e) {
            fail(EXIT_USAGE, name + ": " + e.getMessage());
        } catch (PortInUse e) {
            fail(EXIT_PORT_IN_USE, "port " + LOOPBACK + ":" + e.port + " is in use");
        } catch (Throwable e) {
            // A class missing from the class path too: the watch thread would keep a process that serves nothing.
            e.printStackTrace();
            fail(EXIT_FAILED, name + " could not start");
        }
    }

    /// Asked before the server starts: not every server says clearly that a port is taken, and some take seconds to
    /// find out.
    private static void requireFree(int port) throws IOException {
        try (var _ = new ServerSocket(port, 1, InetAddress.ofLiteral(LOOPBACK))) {
            // Bound and released again.
        } catch (BindException _) {
            throw new PortInUse(port);
        }
    }

    /// Not a daemon thread: it also keeps a server alive whose own threads are all daemons.
    private static void endWithParent(InputStream pipe) {
        Thread.ofPlatform().name("parent-watch").start(() -> {
            try {
                pipe.transferTo(OutputStream.nullOutputStream());
            } catch (IOException _) {
                // A broken pipe says the same as its end.
            }
            exit(0);
        });
    }

    private static void stopAtExit(AutoCloseable running) {
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("stop").unstarted(() -> {
            haltAfterGrace(EXIT_TERMINATED);
            try {
                running.close();
            } catch (Exception e) {
                System.err.println("did not stop in order: " + e);
            }
        }));
    }

    private static void fail(int status, String message) {
        System.err.println(message);
        exit(status);
    }

    private static void exit(int status) {
        haltAfterGrace(status);
        System.exit(status);
    }

    private static void haltAfterGrace(int status) {
        Thread.ofPlatform().daemon().name("halt").start(() -> {
            try {
                Thread.sleep(GRACE);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
            Runtime.getRuntime().halt(status);
        });
    }

    private static final class PortInUse extends IOException {

        private static final long serialVersionUID = 1L;

        private final int port;

        PortInUse(int port) {
            this.port = port;
        }
    }
}
