package dev.kept.functions.extractionrules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.kept.adapters.opennlp.OpenNlpLinguistics;
import dev.kept.testkit.MutableClock;
import dev.kept.testkit.Stores;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RulesApiTest {
    private static final Path EVENTS = Path.of("..", "..", "events", "extraction-rules");
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final Stores stores = Stores.fake(MutableClock.atNoon());
    private final RulesApi api =
            new RulesApi(stores.rules(), stores.sessions(), stores.turns(), new OpenNlpLinguistics(), "none");

    @ParameterizedTest
    @CsvSource({
        "put, 200",
        "put-for-a-project, 200",
        "put-yaml, 200",
        "try, 200",
        "base64-body, 200",
        "show, 200",
        "show-as-yaml, 200",
        "restore, 404",
        "reset, 204",
        "matches-everything, 400",
        "malformed-json, 400",
        "missing-body, 400",
        "unknown-field, 400"
    })
    void everySampleIsAnswered(String name, int status) throws IOException {
        APIGatewayV2HTTPResponse reply = send(name);
        assertEquals(status, reply.getStatusCode(), reply::getBody);
    }

    @Test
    void whatIsTriedIsNotKeptAndExplained() throws IOException {
        JsonNode reply = json(send("try"));

        assertEquals(0, reply.path("version").asInt());
        JsonNode tried = reply.at("/trial/memories/0");
        assertEquals(
                "Berth seven is assigned to the pilot boat.",
                tried.path("content").asText());
        assertEquals("turn-1", tried.at("/sourceTurnIds/0").asText());
        assertEquals("decision", tried.at("/after/type").asText());
        assertTrue(tried.at("/after/why").asText().contains("a berth was given (own rule)"), tried::toString);
        assertTrue(tried.at("/after/entities").toString().contains("Alva"), tried::toString);
        assertEquals(0, json(send("show")).path("version").asInt());
    }

    @Test
    void aMistakeIsUndone() throws IOException {
        APIGatewayV2HTTPResponse first = send("put");
        assertEquals("\"1\"", first.getHeaders().get("ETag"));
        send("put-yaml");
        assertEquals("\"3\"", send("reset").getHeaders().get("ETag"));

        JsonNode restored = json(send("restore"));

        assertEquals(4, restored.path("version").asInt());
        assertEquals(json(first).path("rules"), restored.path("rules"));
        assertEquals(4, json(send("show")).path("versions").size());
    }

    @Test
    void theFileThatIsShownHoldsTheRulesAlone() throws IOException {
        send("put-yaml");
        APIGatewayV2HTTPResponse reply = send("show-as-yaml");
        assertEquals("application/yaml", reply.getHeaders().get("Content-Type"));
        assertTrue(reply.getBody().startsWith("cues:"), reply::getBody);
        assertTrue(reply.getBody().contains("berth ... given|assigned"), reply::getBody);
    }

    private APIGatewayV2HTTPResponse send(String name) throws IOException {
        return api.routes()
                .handle(JSON.readValue(EVENTS.resolve(name + ".json").toFile(), APIGatewayV2HTTPEvent.class));
    }

    private static JsonNode json(APIGatewayV2HTTPResponse reply) throws IOException {
        return JSON.readTree(reply.getBody());
    }
}
