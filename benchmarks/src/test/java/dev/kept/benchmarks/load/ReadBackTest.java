package dev.kept.benchmarks.load;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.kept.benchmarks.BenchFailed;
import dev.kept.benchmarks.http.KeptClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReadBackTest {
    private static final long LONG_AGO = 0;

    private final Map<String, String> replies = new HashMap<>(Map.of(
            "/v1/operations/o_end", "{\"status\":\"succeeded\"}",
            "/v1/sessions/s_1", "{\"status\":\"ended\"}",
            "/v1/sessions/s_1/turns?limit=100", "{\"items\":[{\"turnId\":\"t_1\"}],\"nextCursor\":\"n\"}",
            "/v1/sessions/s_1/turns?limit=100&cursor=n", "{\"items\":[{\"turnId\":\"t_2\"}],\"nextCursor\":null}",
            "/v1/contexts/c_1", "{}"));
    private final List<Request> sent = List.of(
            Requests.turns("s_1", 202, "t_1"),
            Requests.turns("s_1", 503, "t_never"),
            Requests.context("s_1", "c_1"),
            Requests.turns("s_1", 202, "t_2"),
            Requests.end("s_1", "o_end"));
    private final HttpServer server;

    ReadBackTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void start() {
        server.createContext("/", this::reply);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void reply(HttpExchange exchange) throws IOException {
        String reply = replies.getOrDefault(exchange.getRequestURI().toString(), "");
        byte[] body = (reply.isEmpty() ? "{}" : reply).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(reply.isEmpty() ? 404 : 200, body.length);
        try (exchange) {
            exchange.getResponseBody().write(body);
        }
    }

    @Test
    void findsAllThatWasAcknowledged() throws InterruptedException {
        Kept kept = readBack();

        assertEquals(new Kept(1, 2, 1, 1, List.of(), List.of()), kept);
        assertDoesNotThrow(kept::orFail);
    }

    @Test
    void aTurnThatIsGoneIsLost() throws InterruptedException {
        replies.put("/v1/sessions/s_1/turns?limit=100&cursor=n", "{\"items\":[],\"nextCursor\":null}");

        assertLost("turn t_2");
    }

    @Test
    void aContextThatIsGoneIsLost() throws InterruptedException {
        replies.remove("/v1/contexts/c_1");

        assertLost("context c_1");
    }

    @Test
    void anEndThatIsForgottenIsLost() throws InterruptedException {
        replies.put("/v1/sessions/s_1", "{\"status\":\"active\"}");

        assertLost("session s_1");
    }

    @Test
    void aSessionThatIsGoneIsLostWithAllItsTurns() throws InterruptedException {
        replies.remove("/v1/sessions/s_1");

        assertEquals(List.of("session s_1", "turn t_1", "turn t_2"), readBack().lost());
    }

    @Test
    void anExtractionThatFailedOrIsNotDoneInTimeIsTold() throws InterruptedException {
        for (String status : List.of("failed", "pending")) {
            replies.put("/v1/operations/o_end", "{\"status\":\"" + status + "\"}");
            Kept kept = readBack();

            assertEquals(List.of("s_1"), kept.unfinished());
            assertThrows(BenchFailed.class, kept::orFail);
        }
    }

    private void assertLost(String what) throws InterruptedException {
        Kept kept = readBack();
        assertEquals(List.of(what), kept.lost());
        assertThrows(BenchFailed.class, kept::orFail);
    }

    private Kept readBack() throws InterruptedException {
        String url = "http://127.0.0.1:" + server.getAddress().getPort();
        return new ReadBack(_ -> new KeptClient(url, "key"), LONG_AGO).of(Acknowledged.of(sent));
    }
}
