package dev.kept.local.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.kept.local.child.LocalServerContract;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class LocalRedisTest extends LocalServerContract {

    LocalRedisTest() throws IOException {
        super(LocalRedis.class, List.of("--port"));
    }

    @Test
    void takesCommandsFromThoseWhoKnowItsPassword() throws IOException {
        Client.send(port(), List.of("SET", "greeting", "hello"));
        assertThrows(IOException.class, () -> Client.send(port(), List.of("GET", "nothing")));
    }

    @Test
    void takesNoneFromOthers() throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
            socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
            BufferedReader answers =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            assertEquals("-NOAUTH Authentication required.", answers.readLine());
        }
    }
}
