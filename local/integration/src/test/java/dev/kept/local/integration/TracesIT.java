package dev.kept.local.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kept.local.integration.TraceCollector.Mood;
import dev.kept.local.integration.TraceCollector.Seen;
import dev.kept.local.stack.StackOptions;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/// One trace from the request to the memory and what comes of it, and no answer that depends on who collects it.
@OwnStack
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TracesIT {
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String CALLER = "00f067aa0ba902b7";
    private static final String TURNS = "POST /v1/sessions/{sessionId}/turns";
    private static final String SAID = "We decided to keep the tide tables in a green binder.";
    /// Each would take as long as the collector, if any waited for it.
    private static final int ANSWERS = 40;

    private static final Duration ALL_ANSWERS = Duration.ofSeconds(20);

    private final TraceCollector collector;
    private final Stack stack;
    private final Client user;

    TracesIT() throws IOException {
        collector = TraceCollector.start();
        stack = Stack.start(StackOptions.forTests(Repository.file("local/integration/target/kept-traces"))
                .withParameter("TracesEndpoint", collector.url()));
        user = stack.user("traced");
    }

    @BeforeAll
    void beginASession() {
        user.post("/v1/sessions", "{\"sessionId\":\"s\",\"projectId\":\"harbour\"}")
                .expect(201);
    }

    @AfterAll
    void stop() throws InterruptedException {
        stack.close();
        collector.close();
    }

    @Test
    @Order(1)
    void followsATurnToItsMemoryAndToWhatComesOfIt() {
        Reply added = user.send(turn(SAID).header("traceparent", "00-" + TRACE + "-" + CALLER + "-01"))
                .expect(202);
        JsonNode extracted = user.await(added.text("operationId"));
        int kept = extracted.at("/counts/kept").asInt();
        assertTrue(kept > 0, extracted::toString);

        Seen request = below(CALLER, TURNS);
        Seen turnsChanged = below(request.id(), "outbox");
        Seen message = below(turnsChanged.id(), "process extraction");
        below(message.id(), "extract");
        Seen stored = below(message.id(), "store");
        below(request.id(), "index");
        below(stored.id(), "index");
        Seen memoryChanged = below(stored.id(), "outbox");
        Seen context = below(memoryChanged.id(), "process contexts");
        below(context.id(), "context recall");
        below(context.id(), "context select");

        assertTrue(request.attributes().contains("http.response.status_code=202"), request::attributes);
        assertTrue(message.attributes().contains("faas.name=memory-extraction"), message::attributes);
        assertTrue(message.attributes().contains("messaging.destination.name=extraction"), message::attributes);
        assertTrue(stored.attributes().contains("kept.kept=" + kept), stored::attributes);
        assertEquals(hash(request), hash(message), "of the same user");
    }

    @Test
    @Order(2)
    void saysTheTraceInTheLog() {
        List<String> lines = stack.hostLog()
                .lines()
                .filter(line -> line.contains("\"traceId\":\"" + TRACE + "\""))
                .toList();
        for (String decision : List.of("request.answered", "work.dispatched", "message.done", "memories.extracted")) {
            assertTrue(lines.stream().anyMatch(line -> line.contains("\"" + decision + "\"")), decision);
        }
    }

    @Test
    @Order(3)
    void stepsOfASearchArePartOfItsRequest() {
        String trace = TRACE.replace('4', '5');
        user.send(search().header("traceparent", "00-" + trace + "-" + CALLER + "-01"))
                .expect(200);

        Seen request = below(trace, CALLER, "POST /v1/search");
        for (String step : List.of("embed", "marks", "index", "fresh", "rank")) {
            below(trace, request.id(), "search " + step);
        }
    }

    @Test
    @Order(4)
    void takesNoHarmFromHostileHeaders() {
        JsonNode answer = answer(search());
        for (String hostile : List.of(
                "nonsense",
                "00-00000000000000000000000000000000-" + CALLER + "-01",
                "00-" + TRACE + "-0000000000000000-01",
                "ff-" + TRACE + "-" + CALLER + "-01",
                "00-" + TRACE.toUpperCase(Locale.ROOT) + "-" + CALLER + "-01",
                "00-" + TRACE + "-" + CALLER + "-01-and-more",
                "00-" + TRACE + "-" + CALLER + "-zz",
                "00-" + "a".repeat(4_000) + "-" + CALLER + "-01",
                "'; DROP TABLE memories; --")) {
            assertEquals(answer, answer(search().header("traceparent", hostile)), hostile);
        }
        assertEquals(
                1,
                collector.of(TRACE).stream()
                        .filter(span -> span.parent().equals(CALLER))
                        .count());
    }

    @Test
    @Order(5)
    void recordsNothingOfWhatTheCallerDoesNot() {
        String unrecorded = TRACE.replace('4', '6');
        Reply added = user.send(turn("We always sail at dawn.")
                        .header("traceparent", "00-" + unrecorded + "-" + CALLER + "-00"))
                .expect(202);
        user.await(added.text("operationId"));
        String recorded = TRACE.replace('4', '7');
        user.send(search().header("traceparent", "00-" + recorded + "-" + CALLER + "-01"))
                .expect(200);
        below(recorded, CALLER, "POST /v1/search");

        assertEquals(List.of(), collector.of(unrecorded));
    }

    @Test
    @Order(6)
    void namesNobodyAndNothingThatWasSaid() {
        String sent = collector.everything();
        for (String secret : List.of("green binder", "tide tables", "sail at dawn", user.userId(), "USER#", "Bearer")) {
            assertFalse(sent.contains(secret), secret);
        }
        assertTrue(collector.all().size() > 20);
    }

    @Test
    @Order(7)
    void answersTheSameWhileTheCollectorFailsAndWhileItIsSilent() {
        JsonNode answer = answer(search());
        for (Mood mood : List.of(Mood.FAILING, Mood.SILENT)) {
            collector.is(mood);
            int before = collector.asked();
            Await.until("something is sent to it while it is " + mood, () -> {
                assertEquals(answer, answer(search()));
                return Optional.of(true).filter(_ -> collector.asked() > before);
            });
            long begin = System.nanoTime();
            for (int i = 0; i < ANSWERS; i++) {
                assertEquals(answer, answer(search()));
            }
            Duration took = Duration.ofNanos(System.nanoTime() - begin);
            assertTrue(took.compareTo(ALL_ANSWERS) < 0, mood + " " + took);
            Reply added = user.send(turn("While it is " + mood + " we decided to use lamp oil " + mood + "."))
                    .expect(202);
            assertEquals(
                    "succeeded",
                    user.await(added.text("operationId")).path("status").asText());
        }
    }

    @Test
    @Order(8)
    void goesOnOnceTheCollectorIsBack() {
        collector.is(Mood.WELL);
        int before = collector.all().size();
        Await.until("spans come again", () -> {
            answer(search());
            return Optional.of(true).filter(_ -> collector.all().size() > before);
        });
    }

    private static Call turn(String said) {
        return Call.of("POST", "/v1/sessions/s/turns")
                .body(Json.object("{}").set("turns", Json.tree(List.of(Map.of("role", "user", "content", said)))));
    }

    private static Call search() {
        return Call.of("POST", "/v1/search").body("{\"query\":\"green binder\",\"kinds\":[\"memory\"],\"limit\":1}");
    }

    /// What is found, without how long it took and the scores, which change with the time of day.
    private JsonNode answer(Call search) {
        return Json.tree(Json.texts(user.send(search).expect(200).json().path("results"), "content")
                .toList());
    }

    private Seen below(String parent, String name) {
        return below(TRACE, parent, name);
    }

    private Seen below(String trace, String parent, String name) {
        return Await.until(
                name + " below " + parent,
                () -> collector.of(trace).stream()
                        .filter(span ->
                                span.name().equals(name) && span.parent().equals(parent))
                        .findFirst());
    }

    private static String hash(Seen span) {
        return span.attributes().replaceFirst(".*kept[.]user=([0-9a-f]{12}).*", "$1");
    }
}
