package dev.kept.runtime.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.kept.domain.error.AccessDenied;
import dev.kept.domain.error.Conflict;
import dev.kept.domain.error.DependencyUnavailable;
import dev.kept.domain.error.InvalidRequest;
import dev.kept.domain.error.NotFound;
import dev.kept.domain.error.Throttled;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RoutesTest {
    static Stream<Arguments> failures() {
        return Stream.of(
                failure(400, () -> new InvalidRequest("limit", "must be 1")),
                failure(413, () -> InvalidRequest.tooLarge("too much")),
                failure(403, () -> new AccessDenied("no")),
                failure(404, () -> new NotFound("session", "s")),
                failure(409, () -> Conflict.exists("session", "s")),
                failure(412, () -> Conflict.versionRace("memory", "m")),
                failure(429, () -> new Throttled("slow down", Duration.ofSeconds(7))),
                failure(503, () -> new DependencyUnavailable("dynamodb", new IOException())),
                failure(500, () -> new IllegalStateException("the secret of the bug")));
    }

    private static Arguments failure(int status, Supplier<RuntimeException> failure) {
        return Arguments.of(status, failure);
    }

    @ParameterizedTest
    @MethodSource("failures")
    void mapsEachFailureToItsStatus(int status, Supplier<RuntimeException> failure) {
        APIGatewayV2HTTPResponse response = answer(event(""), _ -> {
            throw failure.get();
        });
        assertEquals(status, response.getStatusCode());
        assertEquals("application/problem+json", response.getHeaders().get("Content-Type"));
        assertTrue(response.getBody().contains("\"requestId\":\"r-1\""));
        assertFalse(response.getBody().contains("secret of the bug"));
    }

    @Test
    void tellsWhenToComeBack() {
        APIGatewayV2HTTPResponse response = answer(event(""), _ -> {
            throw new Throttled("slow down", Duration.ofSeconds(7));
        });
        assertEquals("7", response.getHeaders().get("Retry-After"));
    }

    @Test
    void refusesABodyOverOneMebibyte() {
        APIGatewayV2HTTPResponse response =
                answer(event("x".repeat(1024 * 1024 + 1)), request -> Reply.ok(request.rawBody()));
        assertEquals(413, response.getStatusCode());
    }

    @Test
    void decodesABinaryBodyAndRefusesOneThatIsNotUtf8() {
        APIGatewayV2HTTPEvent good =
                event(Base64.getEncoder().encodeToString("\"é\"".getBytes(StandardCharsets.UTF_8)));
        good.setIsBase64Encoded(true);
        assertEquals(200, answer(good, request -> Reply.ok(request.rawBody())).getStatusCode());
        APIGatewayV2HTTPEvent bad = event(Base64.getEncoder().encodeToString(new byte[] {(byte) 0xC3, 0x28}));
        bad.setIsBase64Encoded(true);
        assertEquals(400, answer(bad, request -> Reply.ok(request.rawBody())).getStatusCode());
    }

    @Test
    void takesNobodyFromARequestWithoutAnAuthorizer() {
        assertEquals(
                403, answer(event(""), request -> Reply.ok(request.owner())).getStatusCode());
    }

    @Test
    void answersARouteThatItDoesNotHaveWithNotFound() {
        APIGatewayV2HTTPEvent event = event("");
        event.setRouteKey("GET /v1/elsewhere");
        assertEquals(404, new Routes().handle(event).getStatusCode());
    }

    private static APIGatewayV2HTTPResponse answer(APIGatewayV2HTTPEvent event, Route route) {
        return new Routes().on("POST /v1/things", route).handle(event);
    }

    static APIGatewayV2HTTPEvent event(String body) {
        APIGatewayV2HTTPEvent.RequestContext context = new APIGatewayV2HTTPEvent.RequestContext();
        context.setRequestId("r-1");
        return APIGatewayV2HTTPEvent.builder()
                .withRouteKey("POST /v1/things")
                .withRawPath("/v1/things")
                .withRawQueryString("")
                .withHeaders(Map.of())
                .withRequestContext(context)
                .withBody(body)
                .withIsBase64Encoded(false)
                .build();
    }
}
