package dev.kept.functions.sessions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.kept.domain.cache.Cache;
import dev.kept.domain.id.Owner;
import dev.kept.domain.id.ProjectId;
import dev.kept.domain.id.UserId;
import dev.kept.domain.telemetry.Metrics;
import dev.kept.testkit.FakeTokenCounter;
import dev.kept.testkit.Fixtures;
import dev.kept.testkit.MutableClock;
import dev.kept.testkit.Stores;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ExtractionRoutesTest {
    private static final Path EVENTS = Path.of("..", "..", "events", "sessions");
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final Stores stores = Stores.fake(MutableClock.atNoon());
    private final Owner owner = Owner.of(new UserId("u1"));
    private final SessionsApi api = new SessionsApi(
            stores.sessions(),
            stores.turns(),
            stores.memories(),
            stores.ledger(),
            stores.projectSettings(),
            new FakeTokenCounter(),
            Cache.NONE,
            stores.idempotency(),
            Metrics.NONE,
            "none");

    @Test
    void asksForASessionToBeReadAgain() throws IOException {
        assertEquals(404, send("extract-again").getStatusCode());
        stores.sessions().create(Fixtures.aSessionIn(new ProjectId("billing"), owner, "s_01M81AK7A03B4C5D6E7F8G9H0J"));
        APIGatewayV2HTTPResponse asked = send("extract-again");
        assertEquals(202, asked.getStatusCode(), asked::getBody);
        assertEquals(asked.getBody(), send("extract-again").getBody());
    }

    @Test
    void switchesExtractionOffAndOn() throws IOException {
        APIGatewayV2HTTPResponse none = send("get-extraction-settings");
        assertEquals(200, none.getStatusCode(), none::getBody);
        assertEquals("on", json(none).path("extraction").asText());
        assertNull(none.getHeaders().get("ETag"));
        APIGatewayV2HTTPResponse put = send("put-extraction-settings");
        assertEquals(200, put.getStatusCode(), put::getBody);
        assertEquals("\"1\"", put.getHeaders().get("ETag"));
        assertEquals(400, send("put-extraction-settings-without-project").getStatusCode());
    }

    private APIGatewayV2HTTPResponse send(String name) throws IOException {
        return api.routes()
                .handle(JSON.readValue(EVENTS.resolve(name + ".json").toFile(), APIGatewayV2HTTPEvent.class));
    }

    private static JsonNode json(APIGatewayV2HTTPResponse reply) throws IOException {
        return JSON.readTree(reply.getBody());
    }
}
