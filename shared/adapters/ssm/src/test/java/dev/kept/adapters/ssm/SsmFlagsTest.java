package dev.kept.adapters.ssm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.kept.domain.flag.Flag;
import dev.kept.domain.flag.SwitchedOff;
import dev.kept.testkit.MutableClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

/// Against a server that speaks the wire format of `GetParameter`.
class SsmFlagsTest {
    private final List<String> asked = new CopyOnWriteArrayList<>();
    /// Powertools reckons from the system's own clock when a value expires.
    private final MutableClock clock = new MutableClock(Instant.now());

    private HttpServer server;
    private volatile int status = 200;
    private volatile String answer = parameter("none");

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void asksForTheParameterWithASignature() {
        assertTrue(flags("none").isOn(Flag.RERANK));

        assertEquals(1, asked.size());
        assertTrue(
                asked.getFirst().contains("AmazonSSM.GetParameter {\"Name\":\"/kept/test/flags\"}"), asked::toString);
        assertTrue(asked.getFirst().contains("/eu-central-1/ssm/aws4_request"), asked::toString);
    }

    @Test
    void hearsOfAChangeWithinAMinuteAndAsksNoOftener() {
        SsmFlags flags = flags("none");
        for (int i = 0; i < 100; i++) {
            assertTrue(flags.isOn(Flag.RERANK));
        }
        answer = parameter("rerank,summaries");
        clock.advance(Duration.ofSeconds(59));
        assertTrue(flags.isOn(Flag.RERANK));
        assertEquals(1, asked.size());

        clock.advance(Duration.ofSeconds(2));

        assertFalse(flags.isOn(Flag.RERANK));
        assertFalse(flags.isOn(Flag.SUMMARIES));
        assertTrue(flags.isOn(Flag.EXTRACTION_MODEL));
    }

    @Test
    void goesOnWithWhatIsKnownWhileTheParameterCannotBeRead() {
        SsmFlags flags = flags("none");
        answer = parameter("rerank");
        assertFalse(flags.isOn(Flag.RERANK));

        status = 500;
        clock.advance(Duration.ofMinutes(2));
        assertFalse(flags.isOn(Flag.RERANK));

        status = 200;
        answer = "not json";
        clock.advance(Duration.ofMinutes(2));
        assertFalse(flags.isOn(Flag.RERANK));

        server.stop(0);
        clock.advance(Duration.ofMinutes(2));
        assertFalse(flags.isOn(Flag.RERANK));
    }

    @Test
    void startsWithWhatTheDeploymentSays() {
        status = 400;

        assertFalse(flags("summaries").isOn(Flag.SUMMARIES));
    }

    @Test
    void hasItsDefaults() {
        URI endpoint = URI.create("https://ssm.eu-central-1.amazonaws.com");
        assertEquals(
                new SsmConfig("/kept/flags", endpoint, "eu-central-1", Duration.ofMillis(500), Duration.ofMinutes(1)),
                SsmConfig.of("/kept/flags", endpoint, "eu-central-1"));
        assertThrows(IllegalArgumentException.class, () -> SsmConfig.of(" ", endpoint, "eu-central-1"));
    }

    private SsmFlags flags(String first) {
        URI endpoint = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        SsmConfig config = new SsmConfig(
                "/kept/test/flags", endpoint, "eu-central-1", Duration.ofSeconds(5), Duration.ofMinutes(1));
        var parameters = new ParameterProvider(
                config,
                UrlConnectionHttpClient.create(),
                StaticCredentialsProvider.create(AwsBasicCredentials.create("id", "secret")),
                clock);
        return new SsmFlags(parameters, config, SwitchedOff.parse(first), clock);
    }

    private static String parameter(String value) {
        return "{\"Parameter\":{\"Name\":\"/kept/test/flags\",\"Type\":\"String\",\"Value\":\"" + value + "\"}}";
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            asked.add(exchange.getRequestHeaders().getFirst("Authorization") + " "
                    + exchange.getRequestHeaders().getFirst("X-Amz-Target") + " " + body);
            byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }
}
