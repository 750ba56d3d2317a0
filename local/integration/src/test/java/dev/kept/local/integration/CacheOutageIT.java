package dev.kept.local.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kept.local.stack.StackOptions;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/// A stack with Redis answers the same while Redis is gone, and after it came back with nothing.
@OwnStack
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CacheOutageIT {
    private static final String QUESTION = "how are invoices rounded";
    private static final String SEARCH = "{\"query\":\"" + QUESTION + "\",\"projectId\":\"shop\"}";
    private static final String CONTEXT = "{\"query\":\"" + QUESTION + "\",\"projectId\":\"shop\",\"maxTokens\":1000}";

    private static final String TURN = "{\"turns\":[{\"role\":\"user\",\"content\":\"The tide is late.\"}]}";

    private static Stack stack;
    private static int said;
    private static Client user;
    /// Apart, as the index of the other is waited for.
    private static Client writer;

    private static String invoices;

    @BeforeAll
    static void startWithRedis() {
        StackOptions options = StackOptions.forTests(Repository.file("local/integration/target/kept-cache"));
        stack = Stack.start(options.withParameter("CacheMode", "redis"));
        user = stack.user("cached");
        writer = stack.user("writing");
        invoices = remember("We round invoices half even.");
        remember("The shop is closed on Sundays.");
        settle(2);
    }

    @AfterAll
    static void stop() throws InterruptedException {
        stack.close();
    }

    @Test
    @Order(1)
    void asksTheCacheThatAllProcessesShare() throws InterruptedException {
        Await.until("shelves are read from it", () -> {
            context();
            return hits("memories");
        });
        List<String> questions = IntStream.range(0, 50)
                .mapToObj(number -> SEARCH.replace(QUESTION, "what happens to invoice " + number))
                .toList();
        questions.forEach(CacheOutageIT::search);
        stack.killHost();
        Await.until(
                "the functions are back",
                () -> Optional.of(user.get("/v1/health")).filter(reply -> reply.status() == 200));
        // A process that asked before its connection was there knows the answer itself from then on.
        Iterator<String> again = questions.iterator();
        Await.until("another process finds a question's vector", () -> {
            search(again.next());
            return hits("embedding-shared");
        });
    }

    @Test
    @Order(1)
    void addsTurnsBehindACopyOfWhereTheirSessionEnds() {
        writer.post("/v1/sessions", "{\"sessionId\":\"copied\",\"projectId\":\"harbour\"}")
                .expect(201);
        Await.until("the session is not read", () -> {
            say();
            return hits("session");
        });
        assertEquals(said, turnCount());
    }

    @Test
    @Order(2)
    void answersTheSameWhileItIsGone() throws InterruptedException {
        List<String> found = search();
        String context = context();
        stack.stopServer("redis");

        assertEquals(found, search());
        assertEquals(context, context());
        assertEquals(found, search());

        say();
        say();
        assertEquals(said, turnCount());
        assertTrue(value("kept_cache_unanswered_total").isPresent());
        String refunds = remember("Refunds of invoices are rounded down.");
        assertTrue(search().contains(refunds));
        assertTrue(context().contains("Refunds of invoices"));
        user.delete("/v1/memories/" + invoices).expect(204);
        assertFalse(search().contains(invoices));
        assertFalse(context().contains("half even"));
    }

    @Test
    @Order(3)
    void goesOnWithNothingStaleWhenItIsBack() throws InterruptedException {
        settle(2);
        stack.startServer("redis");
        for (int i = 0; i < 20; i++) {
            String context = context();
            assertTrue(context.contains("Refunds of invoices"));
            assertFalse(context.contains("half even"));
        }
        say();
        assertEquals(said, turnCount());
        writer.delete("/v1/sessions/copied").expect(204);
        writer.post("/v1/sessions/copied/turns", TURN).expect(404);
        String last = remember("Invoices of the harbour are not rounded at all.");
        assertTrue(search().contains(last));
        assertTrue(context().contains("not rounded at all"));
    }

    private static void say() {
        writer.post("/v1/sessions/copied/turns", TURN).expect(202);
        said++;
    }

    private static int turnCount() {
        return writer.get("/v1/sessions/copied")
                .expect(200)
                .json()
                .path("turnCount")
                .asInt();
    }

    private static String remember(String content) {
        return user.post(
                        "/v1/memories",
                        Json.object("{}").put("content", content).put("projectId", "shop"))
                .expect(201)
                .text("memoryId");
    }

    private static void settle(int records) {
        Await.until(
                "the index holds " + records,
                () -> Optional.of(stack.indexed(user)).filter(count -> count == records));
    }

    private static List<String> search() {
        return search(SEARCH);
    }

    private static List<String> search(String question) {
        return StreamSupport.stream(
                        user.post("/v1/search", question)
                                .expect(200)
                                .json()
                                .path("results")
                                .spliterator(),
                        false)
                .map(result -> result.path("id").asText())
                .toList();
    }

    private static String context() {
        return user.post("/v1/context", CONTEXT).expect(201).text("text");
    }

    /// How often this cache knew what it was asked, if ever.
    private static Optional<Double> hits(String cache) {
        return value("kept_cache_hits_sum\\{cache=\"" + cache + "\"}");
    }

    /// What is counted under this pattern, where it is more than nothing.
    private static Optional<Double> value(String series) {
        return Pattern.compile(series + " ([0-9.]+)")
                .matcher(stack.scrape())
                .results()
                .map(line -> Double.valueOf(line.group(1)))
                .filter(hits -> hits > 0)
                .findFirst();
    }
}
