package dev.kept.functions.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.kept.domain.id.OperationId;
import dev.kept.domain.id.Owner;
import dev.kept.domain.id.SessionId;
import dev.kept.domain.id.TurnId;
import dev.kept.domain.id.UserId;
import dev.kept.domain.operation.Operation;
import dev.kept.domain.session.SessionRef;
import dev.kept.testkit.Fixtures;
import dev.kept.testkit.MutableClock;
import dev.kept.testkit.Stores;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OperationsApiTest {
    private static final Path EVENTS = Path.of("..", "..", "events", "operations");
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final Stores stores = Stores.fake(MutableClock.atNoon());
    private final OperationsApi api = new OperationsApi(stores.operations());

    @Test
    void tellsAFailureAndAsksAgain() throws IOException {
        assertEquals(404, send("retry").getStatusCode());
        Owner owner = Owner.of(new UserId("u1"));
        SessionId session = new SessionId("s1");
        stores.sessions().create(Fixtures.aSession(owner, "s1"));
        stores.ledger()
                .startRereading(new Operation(
                        new OperationId("o_01M81B5H809V7T5R3P1M9K7H5F"),
                        owner,
                        Operation.Kind.RE_EXTRACTION,
                        session,
                        Optional.empty(),
                        Optional.of(new TurnId("t_1")),
                        Fixtures.NOON));
        stores.ledger().failRereading(new SessionRef(owner, session), "the model refused");

        JsonNode failed = json(send("get"));
        assertEquals("failed", failed.path("status").asText());
        assertEquals("the model refused", failed.path("error").asText());
        assertEquals(0, failed.at("/counts/rejectedBy").size());
        APIGatewayV2HTTPResponse again = send("retry");
        assertEquals(202, again.getStatusCode(), again::getBody);
        assertEquals("pending", json(again).path("status").asText());
    }

    private APIGatewayV2HTTPResponse send(String name) throws IOException {
        return api.routes()
                .handle(JSON.readValue(EVENTS.resolve(name + ".json").toFile(), APIGatewayV2HTTPEvent.class));
    }

    private static JsonNode json(APIGatewayV2HTTPResponse reply) throws IOException {
        return JSON.readTree(reply.getBody());
    }
}
