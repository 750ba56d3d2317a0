package dev.kept.local.child;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChildProcessTest {

    @Test
    void printsOneLineHoweverNoisyTheServerIs() throws Exception {
        int port = ServerProcess.freePort();
        try (var server = start(port)) {
            assertEquals(Optional.of("READY " + port), server.nextLine());
            server.closeInput();
            assertEquals(0, server.exitCode());
            assertEquals("noise of a library", server.errors().strip());
        }
    }

    @Test
    void endsOnTermination() throws Exception {
        int port = ServerProcess.freePort();
        try (var server = start(port)) {
            assertEquals(Optional.of("READY " + port), server.nextLine());
            server.terminate();
            assertEquals(143, server.exitCode());
        }
    }

    @Test
    void haltsAServerThatDoesNotStop() throws Exception {
        int port = ServerProcess.freePort();
        try (var server = start(port, "--stubborn", "yes")) {
            assertEquals(Optional.of("READY " + port), server.nextLine());
            server.closeInput();
            assertEquals(0, server.exitCode());
        }
    }

    @Test
    void endsWithTwoWhenItsPortIsInUse() throws Exception {
        try (var socket = new ServerSocket(0, 1, InetAddress.ofLiteral(ChildProcess.LOOPBACK));
                var server = start(socket.getLocalPort())) {
            assertEquals(ChildProcess.EXIT_PORT_IN_USE, server.exitCode());
            assertEquals(
                    "port 127.0.0.1:" + socket.getLocalPort() + " is in use",
                    server.errors().strip());
        }
    }

    @Test
    void saysWhatIsMissing() throws Exception {
        try (var server = ServerProcess.start(options(), classPath(), SmallestServer.class, List.of())) {
            assertEquals(ChildProcess.EXIT_USAGE, server.exitCode());
            assertTrue(server.errors().contains("smallest: --port is missing"));
        }
    }

    private static ServerProcess start(int port, String... more) throws IOException {
        List<String> args = new ArrayList<>(List.of("--port", Integer.toString(port)));
        args.addAll(List.of(more));
        return ServerProcess.start(options(), classPath(), SmallestServer.class, args);
    }

    private static List<String> options() {
        return List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");
    }

    private static String classPath() {
        return System.getProperty("java.class.path");
    }
}
