package dev.kept.local.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;

/// Ports of the servers: those of the last run where they are still free, so that bookmarks and scripts keep working.
final class Ports {

    private static final ObjectMapper JSON = new ObjectMapper();

    /// Below the ports that operating systems lend to outgoing connections: one of those could be taken between the
    /// look and the start of the server.
    private static final int FIRST = 20_000;

    private static final int LAST = 32_000;

    private final Random random = new Random();
    private final ObjectNode ports;
    private final Set<Integer> taken = new HashSet<>();

    private Ports(ObjectNode ports) {
        this.ports = ports;
    }

    static Ports of(Path file) throws IOException {
        return new Ports(
                Files.exists(file) && JSON.readTree(file.toFile()) instanceof ObjectNode known
                        ? known
                        : JSON.createObjectNode());
    }

    int of(String name) {
        JsonNode known = ports.path(name);
        int port = known.isInt() && !taken.contains(known.asInt()) && isFree(known.asInt()) ? known.asInt() : free();
        taken.add(port);
        ports.put(name, port);
        return port;
    }

    String json() {
        return ports.toPrettyString();
    }

    private static boolean isFree(int port) {
        try (var _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    private int free() {
        return random.ints(FIRST, LAST)
                .filter(port -> !taken.contains(port) && isFree(port))
                .findFirst()
                .orElseThrow();
    }
}
