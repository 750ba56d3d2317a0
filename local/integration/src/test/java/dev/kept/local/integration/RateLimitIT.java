package dev.kept.local.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kept.local.stack.StackOptions;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// A key that asks too often is told when to come back, and holds nobody else up.
@OwnStack
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RateLimitIT {
    private static final int BURST = 5;
    private static final String SEARCH = "{\"query\":\"tide tables\"}";

    private Optional<Stack> started = Optional.empty();

    @BeforeAll
    void start() {
        started = Optional.of(
                Stack.start(StackOptions.forTests(Repository.file("local/integration/target/kept-rate-limits"))
                        .withParameter("SearchMode", "direct")
                        .withParameter("RateLimitRead", "0.5/" + BURST)
                        .withParameter("RateLimitHeavy", "0.5/" + BURST)));
    }

    @AfterAll
    void stop() throws InterruptedException {
        stack().close();
    }

    @Test
    void aKeyIsRefusedBeyondItsBurstAndLetInLater() {
        Client user = stack().user("greedy");
        for (int i = 0; i < BURST; i++) {
            user.get("/v1/sessions").expect(200);
        }

        Reply refused = user.get("/v1/memories");

        refused.expectProblem(429, "throttled", "");
        assertEquals("the key made too many read requests", refused.text("detail"));
        int seconds = Integer.parseInt(refused.header("retry-after").orElseThrow());
        assertTrue(seconds >= 1 && seconds <= 2, () -> "Retry-After: " + seconds);
        Await.until("it is let in", () -> Optional.of(user.get("/v1/memories")).filter(reply -> reply.status() == 200));
    }

    @Test
    void otherKeysAndOtherRoutesAreNotHeldUp() {
        Client user = stack().user("busy");
        for (int i = 0; i < BURST; i++) {
            user.post("/v1/search", SEARCH).expect(200);
        }
        user.post("/v1/search", SEARCH).expectProblem(429, "throttled", "");

        user.get("/v1/sessions").expect(200);
        user.post("/v1/memories", "{\"content\":\"Writing goes on.\"}").expect(201);
        stack().user("calm").post("/v1/search", SEARCH).expect(200);
    }

    @Test
    void aKeyIsHeldToLimitsOfItsOwn() {
        Client user = stack().user("importer");
        Reply made = stack().administrator()
                .post(
                        "/v1/api-keys",
                        "{\"userId\":\"" + user.userId()
                                + "\",\"limits\":{\"heavy\":{\"perSecond\":0.001,\"burst\":2}}}")
                .expect(201);
        Client importer = user.with(made.text("apiKey"));

        importer.post("/v1/search", SEARCH).expect(200);
        importer.post("/v1/search", SEARCH).expect(200);
        importer.post("/v1/search", SEARCH).expectProblem(429, "throttled", "");
        user.post("/v1/search", SEARCH).expect(200);
    }

    @Test
    void aKeyCanBeGivenMoreThanOthers() {
        Client user = stack().user("busier");
        Reply made = stack().administrator()
                .post("/v1/api-keys", "{\"userId\":\"" + user.userId() + "\"}")
                .expect(201);
        String path = "/v1/api-keys/" + made.text("keyId");
        Client importer = user.with(made.text("apiKey"));

        stack().administrator()
                .send(Call.of("PATCH", path)
                        .body("{\"limits\":{\"heavy\":{\"perSecond\":100,\"burst\":" + 4 * BURST + "}}}"))
                .expect(200);

        for (int i = 0; i < 3 * BURST; i++) {
            importer.post("/v1/search", SEARCH).expect(200);
        }
    }

    @Test
    void routesWithoutAKeyHaveNoLimitOfAKey() {
        for (int i = 0; i < 3 * BURST; i++) {
            stack().stranger().get("/v1/health").expect(200);
        }
    }

    private Stack stack() {
        return started.orElseThrow();
    }
}
