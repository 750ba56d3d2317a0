package dev.kept.functions.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.kept.adapters.opennlp.OpenNlpLinguistics;
import dev.kept.domain.id.Owner;
import dev.kept.domain.id.ProjectId;
import dev.kept.domain.id.UserId;
import dev.kept.domain.rules.NameRule;
import dev.kept.domain.rules.OwnRules;
import dev.kept.domain.rules.RuleScope;
import dev.kept.domain.rules.RuleSet;
import dev.kept.testkit.FakeRuleStore;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExtractApiTest {
    private static final Path EVENTS = Path.of("..", "..", "events", "extract");
    private static final Owner USER = Owner.of(new UserId("u1"));
    private static final ProjectId BOOKS = new ProjectId("books");
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final FakeRuleStore rules = new FakeRuleStore();
    private final ExtractApi api = new ExtractApi(new OpenNlpLinguistics(), rules, "none");

    @ParameterizedTest
    @CsvSource({
        "text, 200",
        "turns, 200",
        "base64-body, 200",
        "malformed-json, 400",
        "missing-body, 400",
        "unknown-field, 400"
    })
    void everySampleIsAnswered(String name, int status) throws IOException {
        APIGatewayV2HTTPResponse reply = api.routes().handle(sample(name));
        assertEquals(status, reply.getStatusCode(), reply::getBody);
    }

    @ParameterizedTest
    @CsvSource({"none, 0, 0", "strict, 1, 1", "phone, 0, 1"})
    void personalIdentifiersAreReplacedAsTheDeploymentSays(String policy, int mails, int phones) throws IOException {
        ExtractApi deployed = new ExtractApi(new OpenNlpLinguistics(), rules, policy);
        APIGatewayV2HTTPEvent event = sample("text");
        event.setBody("{\"text\":\"Write to jo.fake@mail.example or call +44 7700 900123.\"}");

        JsonNode reply = JSON.readTree(deployed.routes().handle(event).getBody());

        assertEquals(mails, reply.at("/redactions/email").asInt(), reply::toString);
        assertEquals(phones, reply.at("/redactions/phone").asInt(), reply::toString);
    }

    @Test
    void aPolicyThatThereIsNotStopsTheStart() {
        IllegalArgumentException refused = assertThrows(
                IllegalArgumentException.class, () -> new ExtractApi(new OpenNlpLinguistics(), rules, "emails"));
        assertTrue(String.valueOf(refused.getMessage()).contains("RedactPersonal"), refused::getMessage);
    }

    @Test
    void ownRulesApplyInTheirScope() throws IOException {
        String said = "{\"text\":\"We use PostgreSQL 17 for the ledger service.\"%s}";
        rules.save(new RuleSet(RuleScope.of(USER), naming("Big Book", "ledger service"), 0, Instant.EPOCH));
        rules.save(new RuleSet(RuleScope.of(USER, BOOKS), ignoring("ledger"), 0, Instant.EPOCH));

        JsonNode everywhere = extract(said.formatted(""));
        JsonNode inProject = extract(said.formatted(",\"projectId\":\"books\""));

        assertTrue(everywhere.at("/memories/0/entities").toString().contains("Big Book"), everywhere::toString);
        assertEquals(0, inProject.path("memories").size());
        assertEquals(
                "ignored (own rule of project books)",
                inProject.at("/rejected/0/why").asText());
    }

    private JsonNode extract(String body) throws IOException {
        APIGatewayV2HTTPEvent event = sample("text");
        event.setBody(body);
        return JSON.readTree(api.routes().handle(event).getBody());
    }

    private static APIGatewayV2HTTPEvent sample(String name) throws IOException {
        return JSON.readValue(EVENTS.resolve(name + ".json").toFile(), APIGatewayV2HTTPEvent.class);
    }

    private static OwnRules ignoring(String phrase) {
        return new OwnRules(
                List.of(), List.of(), List.of(), List.of(), List.of(phrase), List.of(), List.of(), List.of());
    }

    private static OwnRules naming(String name, String alias) {
        return new OwnRules(
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(new NameRule(name, "service", List.of(alias))),
                List.of());
    }
}
