package dev.kept.runtime.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.kept.domain.error.DependencyUnavailable;
import dev.kept.domain.error.InvalidRequest;
import dev.kept.testkit.FakeIdempotencyStore;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IdempotentTest {
    private final List<RequestIdentity> tries = new ArrayList<>();
    private final Idempotent idempotent = new Idempotent(
            new FakeIdempotencyStore(), Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), ZoneOffset.UTC));

    @Test
    void answersARepetitionWithTheFirstReply() {
        Routes routes = routes((_, identity) -> {
            tries.add(identity);
            return Reply.created(Map.of("try", tries.size()));
        });
        APIGatewayV2HTTPResponse first = routes.handle(request("k", "{}"));
        APIGatewayV2HTTPResponse second = routes.handle(request("k", "{}"));
        assertEquals(1, tries.size());
        assertEquals(201, second.getStatusCode());
        assertEquals(first.getBody(), second.getBody());
    }

    @Test
    void refusesTheSameKeyForAnotherRequest() {
        Routes routes = routes((_, _) -> Reply.created("made"));
        routes.handle(request("k", "{}"));
        assertEquals(409, routes.handle(request("k", "{\"a\":1}")).getStatusCode());
    }

    @Test
    void runsAgainWithTheSameIdentityWhenNobodyKnowsHowTheFirstTryEnded() {
        Routes routes = routes((_, identity) -> {
            tries.add(identity);
            if (tries.size() == 1) {
                throw new DependencyUnavailable("dynamodb", new IOException());
            }
            return Reply.created("made");
        });
        assertEquals(503, routes.handle(request("k", "{}")).getStatusCode());
        assertEquals(201, routes.handle(request("k", "{}")).getStatusCode());
        assertEquals(tries.get(0), tries.get(1));
    }

    @Test
    void forgetsARefusedRequestSoThatItCanBeMended() {
        Routes routes = routes((request, _) -> {
            if (request.rawBody().equals("{}")) {
                throw new InvalidRequest("name", "must be given");
            }
            return Reply.created("made");
        });
        assertEquals(400, routes.handle(request("k", "{}")).getStatusCode());
        assertEquals(201, routes.handle(request("k", "{\"name\":1}")).getStatusCode());
    }

    @Test
    void keepsTheKeysOfTwoUsersApart() {
        Routes routes =
                routes((request, _) -> Reply.created(request.caller().userId().value()));
        APIGatewayV2HTTPResponse first = routes.handle(request("k", "{}"));
        APIGatewayV2HTTPEvent other = request("k", "{}");
        other.getRequestContext().getAuthorizer().setLambda(Map.of("userId", "u2", "role", "user", "keyId", "k2"));
        assertNotEquals(first.getBody(), routes.handle(other).getBody());
    }

    private Routes routes(Idempotent.Write write) {
        return new Routes().on("POST /v1/things", idempotent.route(write));
    }

    private static APIGatewayV2HTTPEvent request(String key, String body) {
        APIGatewayV2HTTPEvent event = RoutesTest.event(body);
        event.setHeaders(Map.of("idempotency-key", key));
        APIGatewayV2HTTPEvent.RequestContext.Authorizer authorizer =
                new APIGatewayV2HTTPEvent.RequestContext.Authorizer();
        authorizer.setLambda(Map.of("userId", "u1", "role", "user", "keyId", "k1"));
        event.getRequestContext().setAuthorizer(authorizer);
        return event;
    }
}
