package dev.kept.runtime.http;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.kept.domain.telemetry.TraceContext;
import dev.kept.runtime.json.Json;
import dev.kept.runtime.lambda.RuntimeEvents;
import java.util.Map;

/// A request of nobody: of a user who does not exist, about records that nobody has.
///
/// @param routeKey as in the template, e.g. `POST /v1/search`
/// @param path the parameters of its path
/// @param body empty for none
public record RehearsedRequest(String routeKey, Map<String, String> path, String body) {
    public static final String USER = "nobody-rehearses";
    public static final String SESSION = "s_00000000000000000000000000";

    /// In a trace that nobody records: rehearsals are no requests, and copies of a snapshot would all send them.
    private static final String UNTRACED =
            new TraceContext("00000000000000000000000000000001", "0000000000000001", false).traceparent();

    public static RehearsedRequest post(String path, String body) {
        return new RehearsedRequest("POST " + path, Map.of(), body);
    }

    public static RehearsedRequest get(String path) {
        return new RehearsedRequest("GET " + path, Map.of(), "");
    }

    /// With the session that nobody has in its path.
    public RehearsedRequest ofSession() {
        return new RehearsedRequest(routeKey, Map.of("sessionId", SESSION), body);
    }

    /// The way of a request from the bytes of its event to the bytes of its reply.
    public void through(Routes routes) {
        APIGatewayV2HTTPEvent event = RuntimeEvents.read(Json.write(event()), APIGatewayV2HTTPEvent.class);
        RuntimeEvents.write(routes.handle(event), APIGatewayV2HTTPResponse.class);
    }

    private Map<String, Object> event() {
        return Map.of(
                "version",
                "2.0",
                "routeKey",
                routeKey,
                "rawPath",
                routeKey.substring(routeKey.indexOf(' ') + 1),
                "headers",
                Map.of("content-type", "application/json", TraceContext.NAME, UNTRACED),
                "pathParameters",
                path,
                "requestContext",
                Map.of(
                        "requestId",
                        "rehearsal",
                        "authorizer",
                        Map.of("lambda", Map.of("userId", USER, "role", "user", "keyId", "nobody"))),
                "body",
                body,
                "isBase64Encoded",
                false);
    }
}
