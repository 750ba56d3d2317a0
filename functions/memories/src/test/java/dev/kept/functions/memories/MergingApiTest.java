package dev.kept.functions.memories;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.kept.adapters.opennlp.OpenNlpLinguistics;
import dev.kept.domain.id.Owner;
import dev.kept.domain.id.UserId;
import dev.kept.domain.telemetry.Metrics;
import dev.kept.testkit.Fixtures;
import dev.kept.testkit.MutableClock;
import dev.kept.testkit.Stores;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MergingApiTest {
    private static final Path EVENTS = Path.of("..", "..", "events", "memories");
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final Stores stores = Stores.fake(MutableClock.atNoon());
    private final Owner owner = Owner.of(new UserId("u1"));
    private final MemoriesApi api = new MemoriesApi(
            stores.memories(), stores.rules(), new OpenNlpLinguistics(), stores.idempotency(), Metrics.NONE, "none");

    @BeforeEach
    void keepTwo() {
        for (String id : new String[] {"m_01M81B5J783X1V9T7R5P3M1K9H", "m_01M81B5J783X1V9T7R5P3M1K9K"}) {
            stores.memories().create(Fixtures.aFact(owner, id, "Invoices are numbered per year."), Fixtures.CREATED);
        }
    }

    @Test
    void mergesAndSplitsWhatTheSamplesSay() throws IOException {
        APIGatewayV2HTTPResponse merged = send("merge");
        assertEquals(200, merged.getStatusCode(), merged::getBody);
        assertEquals("\"2\"", merged.getHeaders().get("ETag"));
        assertEquals(400, send("merge-one").getStatusCode());

        APIGatewayV2HTTPResponse split = send("split");
        assertEquals(201, split.getStatusCode(), split::getBody);
        assertEquals("decision", json(split).at("/items/0/type").asText());
        assertEquals(split.getBody(), send("split").getBody());
        assertEquals(409, status("merge", "merge-2"));
    }

    @Test
    void whatIsDeletedLeavesASketch() throws IOException {
        APIGatewayV2HTTPEvent event =
                JSON.readValue(EVENTS.resolve("delete.json").toFile(), APIGatewayV2HTTPEvent.class);
        event.getHeaders().remove("if-match");
        assertEquals(204, api.routes().handle(event).getStatusCode());
        assertEquals(1, stores.forgotten().in(owner, Optional.empty()).size());
    }

    private int status(String name, String key) throws IOException {
        APIGatewayV2HTTPEvent event =
                JSON.readValue(EVENTS.resolve(name + ".json").toFile(), APIGatewayV2HTTPEvent.class);
        event.getHeaders().put("idempotency-key", key);
        return api.routes().handle(event).getStatusCode();
    }

    private APIGatewayV2HTTPResponse send(String name) throws IOException {
        return api.routes()
                .handle(JSON.readValue(EVENTS.resolve(name + ".json").toFile(), APIGatewayV2HTTPEvent.class));
    }

    private static JsonNode json(APIGatewayV2HTTPResponse reply) throws IOException {
        return JSON.readTree(reply.getBody());
    }
}
