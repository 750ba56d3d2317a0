package dev.kept.runtime.http;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.kept.domain.error.KeptException;
import dev.kept.domain.error.NotFound;
import dev.kept.domain.error.Throttled;
import dev.kept.domain.telemetry.Metrics;
import dev.kept.runtime.json.Json;
import dev.kept.runtime.telemetry.Telemetry;
import dev.kept.runtime.tracing.Tracing;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/// The routes of one function by their key in the template, e.g. `POST /v1/search`. Every failure becomes a problem
/// here, once, and is logged here, once.
public final class Routes {
    private static final String JSON = "application/json";
    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    private final Map<String, Route> routes = new HashMap<>();
    private final Metrics metrics;
    private final Tracing tracing;

    public Routes() {
        this(Telemetry.metrics(), Telemetry.tracing());
    }

    Routes(Metrics metrics, Tracing tracing) {
        this.metrics = metrics;
        this.tracing = tracing;
    }

    /// Adds a route that reads, or whose repetition is harmless by itself.
    public Routes on(String routeKey, Route route) {
        routes.put(routeKey, route);
        return this;
    }

    /// Answers a request that anybody may make as often as the gateway lets them.
    public APIGatewayV2HTTPResponse handle(APIGatewayV2HTTPEvent event) {
        return handle(event, Gate.OPEN);
    }

    /// Answers a request that the gate lets in.
    public APIGatewayV2HTTPResponse handle(APIGatewayV2HTTPEvent event, Gate gate) {
        String requestId = requestId(event);
        Telemetry.workOn(requestId);
        RequestLine line = RequestLine.begin(event, metrics, tracing);
        try {
            Request request = new Request(event);
            RequestLine.forCaller(request);
            Route route = routes.get(request.routeKey());
            if (route == null) {
                throw new NotFound("route", request.routeKey());
            }
            Reply reply = answer(route, request, gate);
            line.answered(reply);
            return response(reply);
        } catch (KeptException failure) {
            Problem problem = Problem.of(failure, requestId);
            line.refused(problem, failure);
            return response(problem, retryAfter(failure, problem.status()));
        } catch (RuntimeException bug) {
            line.failed(bug);
            return response(Problem.internal(requestId), Map.of());
        }
    }

    private static Reply answer(Route route, Request request, Gate gate) {
        try (var _ = gate.admit(request)) {
            return route.answer(request);
        }
    }

    private static Map<String, String> retryAfter(KeptException failure, int status) {
        Duration wait = failure instanceof Throttled throttled ? throttled.retryAfter() : RETRY_AFTER;
        return status == 429 || status == 503
                ? Map.of("Retry-After", Long.toString(Math.max(1, wait.toSeconds())))
                : Map.of();
    }

    private static APIGatewayV2HTTPResponse response(Problem problem, Map<String, String> headers) {
        return response(problem.status(), Json.write(problem), Problem.CONTENT_TYPE, headers);
    }

    private static APIGatewayV2HTTPResponse response(Reply reply) {
        if (reply.status() == 204) {
            return response(204, "", "", reply.headers());
        }
        return switch (reply.body()) {
            case RawText text -> response(reply.status(), text.text(), text.contentType(), reply.headers());
            case RawJson json -> response(reply.status(), json.text(), JSON, reply.headers());
            default -> response(reply.status(), Json.write(reply.body()), JSON, reply.headers());
        };
    }

    private static APIGatewayV2HTTPResponse response(
            int status, String body, String contentType, Map<String, String> headers) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        if (!contentType.isEmpty()) {
            all.put("Content-Type", contentType);
        }
        return APIGatewayV2HTTPResponse.builder()
                .withStatusCode(status)
                .withHeaders(all)
                .withBody(body)
                .withIsBase64Encoded(false)
                .build();
    }

    private static String requestId(APIGatewayV2HTTPEvent event) {
        APIGatewayV2HTTPEvent.RequestContext context = event.getRequestContext();
        return context == null || context.getRequestId() == null ? "unknown" : context.getRequestId();
    }
}
