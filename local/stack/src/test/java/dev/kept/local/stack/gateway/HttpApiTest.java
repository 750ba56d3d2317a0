package dev.kept.local.stack.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kept.local.stack.aws.Functions.Outcome;
import dev.kept.local.template.FunctionModel;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HttpApiTest {

    private final MovableClock clock = new MovableClock();
    private final List<String> asked = new ArrayList<>();
    private Outcome authorization = new Outcome.Reply("{\"isAuthorized\":true,\"context\":{\"userId\":\"u1\"}}");
    private Outcome reply = new Outcome.Reply("{\"statusCode\":201,\"headers\":{\"x\":\"y\"},\"body\":\"made\"}");
    private final HttpApi api = new HttpApi(Requests.system("GET /a"), this::invoke, clock);

    @Test
    void passesOnWhatTheFunctionReplies() throws Exception {
        HttpReply got = send("Bearer k");
        assertEquals(new HttpReply(201, Map.of("x", "y"), List.of(), "made", false), got);
    }

    @Test
    void takesAnyOtherJsonAsTheBodyOfASuccess() throws Exception {
        reply = new Outcome.Reply("{\"a\":1}");
        assertEquals(200, send("Bearer k").status());
        assertEquals("{\"a\":1}", send("Bearer k").body());
    }

    @Test
    void remembersTheAuthorizersAnswerForAsLongAsTheTemplateSays() throws Exception {
        send("Bearer k");
        send("Bearer k");
        assertEquals(1, asked.size());
        send("Bearer other");
        assertEquals(2, asked.size());
        clock.now = clock.now.plus(Duration.ofSeconds(61));
        send("Bearer k");
        assertEquals(3, asked.size());
    }

    @Test
    void refusesWithoutAskingWhereTheKeyIsMissing() throws Exception {
        HttpReply refused = api.handle(Requests.get("/a"), "id");
        assertEquals(401, refused.status());
        assertEquals("application/problem+json", refused.headers().get("content-type"));
        assertTrue(asked.isEmpty());
    }

    @Test
    void refusesAKeyThatTheAuthorizerDoesNotKnow() throws Exception {
        authorization = new Outcome.Reply("{\"isAuthorized\":false}");
        assertEquals(401, send("Bearer k").status());
    }

    @Test
    void doesNotRememberAnAuthorizerThatFailed() throws Exception {
        authorization = new Outcome.Failure("{}");
        assertEquals(500, send("Bearer k").status());
        assertEquals(500, send("Bearer k").status());
        assertEquals(2, asked.size());
    }

    @Test
    void tellsALateFunctionFromABrokenOne() throws Exception {
        reply = new Outcome.Failure("{\"errorType\":\"Sandbox.Timedout\"}");
        assertEquals(503, send("Bearer k").status());
        reply = new Outcome.Failure("{\"errorType\":\"java.lang.IllegalStateException\"}");
        assertEquals(500, send("Bearer k").status());
        reply = new Outcome.Reply("{\"statusCode\":7}");
        assertEquals(500, send("Bearer k").status());
    }

    private HttpReply send(String authorizationHeader) throws InterruptedException {
        var headers = Map.of("Authorization", List.of(authorizationHeader));
        return api.handle(Requests.request("GET", "/a", Optional.empty(), headers, ""), "id");
    }

    private Outcome invoke(FunctionModel function, String event) {
        if (function.name().equals("authorizer")) {
            asked.add(event);
            return authorization;
        }
        return reply;
    }

    private static final class MovableClock extends Clock {

        private Instant now = Instant.parse("2026-01-01T00:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
