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
import java.util.Set;

/// Ports of the servers: those of the last run where they are still free, so that bookmarks and scripts keep working.
final class Ports {

    private static final ObjectMapper JSON = new ObjectMapper();

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

    int of(String name) throws IOException {
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

    private int free() throws IOException {
        while (true) {
            try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                if (!taken.contains(socket.getLocalPort())) {
                    return socket.getLocalPort();
                }
            }
        }
    }
}
