package dev.kept.local.child;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/// What the supervisor relies on, checked against one running child per server. The test that ends it comes last.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
public abstract class LocalServerContract {

    private final Class<?> main;
    private final List<String> arguments;
    private final List<Integer> ports;
    private final ServerProcess server;

    /// `portOptions` names further ports that the server takes, such as `--transport-port`.
    protected LocalServerContract(Class<?> main, List<String> portOptions) throws IOException {
        this.main = main;
        this.ports = new ArrayList<>();
        this.arguments = new ArrayList<>(List.of("--ephemeral"));
        for (String option : portOptions) {
            int port = ServerProcess.freePort();
            ports.add(port);
            arguments.addAll(List.of(option, Integer.toString(port)));
        }
        this.server = ServerProcess.start(main, arguments);
    }

    protected final int port() {
        return ports.getFirst();
    }

    protected final String url(String path) {
        return "http://" + ChildProcess.LOOPBACK + ":" + port() + path;
    }

    @BeforeAll
    void saysThatItIsReady() throws IOException {
        Optional<String> line = server.nextLine();
        assertTrue(line.isPresent(), server::errors);
        assertEquals("READY " + port(), line.get());
    }

    @AfterAll
    void leaveNothingBehind() {
        server.close();
    }

    @Test
    void listensOnLoopbackOnly() throws IOException {
        for (int port : ports) {
            assertTrue(ServerProcess.answers(InetAddress.ofLiteral(ChildProcess.LOOPBACK), port));
            assertEquals(List.of(), ServerProcess.answeringBeyondLoopback(port));
        }
    }

    @Test
    void saysInOneLineThatItsPortIsInUse() throws Exception {
        try (var second = ServerProcess.start(main, arguments)) {
            assertEquals(ChildProcess.EXIT_PORT_IN_USE, second.exitCode());
            // The JVM itself may have warned of something before.
            List<String> said = second.errors().lines().toList();
            assertEquals("port 127.0.0.1:" + port() + " is in use", said.getLast());
        }
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void endsInOrderAndSaysNothingElseWhenItsParentIsGone() throws Exception {
        server.closeInput();
        assertEquals(0, server.exitCode());
        assertEquals(Optional.empty(), server.nextLine());
    }
}
