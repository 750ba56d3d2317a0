package dev.kept.runtime.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import dev.kept.domain.error.DependencyUnavailable;
import dev.kept.domain.error.InvalidRequest;
import dev.kept.domain.error.Throttled;
import dev.kept.domain.telemetry.Metric;
import dev.kept.runtime.tracing.FakeTracing;
import dev.kept.runtime.tracing.Tracing;
import dev.kept.testkit.FakeMetrics;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RequestLineTest {
    private static final String ROUTE = "POST:/v1/things";

    private final FakeMetrics metrics = new FakeMetrics();
    private final FakeTracing tracing = new FakeTracing();

    @Test
    void measuresEveryRequestByItsRouteAndStatus() {
        handle(_ -> Reply.ok("").telling("results", 3).telling("degraded", true));
        handle(_ -> {
            throw new InvalidRequest("limit", "must be 1");
        });
        handle(_ -> {
            throw new Throttled("slow down", Duration.ofSeconds(7));
        });

        assertEquals(3, metrics.of(Metric.REQUEST_LATENCY, ROUTE).size());
        for (String status : List.of("2xx", "4xx", "429")) {
            assertEquals(List.of(1.0), metrics.of(Metric.REQUESTS, status), status);
        }
        assertEquals(List.of(), metrics.of(Metric.REQUEST_ERRORS, ROUTE));
    }

    @Test
    void countsWhatIsOurFaultAsAnError() {
        handle(_ -> {
            throw new DependencyUnavailable("dynamodb", new IOException());
        });
        handle(_ -> {
            throw new IllegalStateException("a bug");
        });

        assertEquals(List.of(1.0, 1.0), metrics.of(Metric.REQUEST_ERRORS, ROUTE));
        assertEquals(List.of(1.0, 1.0), metrics.of(Metric.REQUESTS, "5xx"));
    }

    @Test
    void answersAsEverWhenAPathFitsNoName() {
        APIGatewayV2HTTPEvent event = RoutesTest.event("");
        event.setRouteKey("GET /v1/<nobody knows>");

        assertEquals(404, new Routes(metrics, Tracing.off()).handle(event).getStatusCode());
        assertEquals(List.of(1.0), metrics.of(Metric.REQUESTS, "4xx"));
    }

    @Test
    void isASpanBelowThatOfTheCaller() {
        traced("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01", _ -> Reply.ok(""));

        assertEquals(
                List.of("POST /v1/things below 00f067aa0ba902b7 http.request.method=POST http.route=/v1/things"
                        + " http.response.status_code=200"),
                tracing.ended());
    }

    @Test
    void isASpanOfItsOwnWhenTheCallerSaysNothingThatIsWellFormed() {
        traced("00-nonsense", _ -> {
            throw new IllegalStateException("a secret");
        });

        assertEquals(
                List.of("POST /v1/things http.request.method=POST http.route=/v1/things"
                        + " error.type=IllegalStateException http.response.status_code=500"),
                tracing.ended());
    }

    private void traced(String traceparent, Route route) {
        APIGatewayV2HTTPEvent event = RoutesTest.event("");
        event.setHeaders(Map.of("traceparent", traceparent));
        new Routes(metrics, tracing).on("POST /v1/things", route).handle(event);
    }

    private void handle(Route route) {
        new Routes(metrics, Tracing.off()).on("POST /v1/things", route).handle(RoutesTest.event(""));
    }
}
