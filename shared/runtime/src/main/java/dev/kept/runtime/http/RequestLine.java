package dev.kept.runtime.http;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import dev.kept.domain.account.AccountRole;
import dev.kept.domain.error.InvalidRequest;
import dev.kept.domain.error.KeptException;
import dev.kept.domain.telemetry.Metric;
import dev.kept.domain.telemetry.Metrics;
import dev.kept.domain.telemetry.SpanAttribute;
import dev.kept.domain.telemetry.SpanName;
import dev.kept.domain.telemetry.TraceContext;
import dev.kept.runtime.telemetry.Telemetry;
import dev.kept.runtime.tracing.Span;
import dev.kept.runtime.tracing.Tracing;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/// The one log line of a request, its span, and what is measured of it.
final class RequestLine {
    private static final Logger LOG = LoggerFactory.getLogger(Routes.class);
    private static final int THROTTLED = 429;
    private static final int UNAVAILABLE = 503;
    private static final int FAILED = 500;

    private final String route;
    private final Metrics metrics;
    private final Span span;
    private final long begin = System.nanoTime();

    private RequestLine(String route, Metrics metrics, Span span) {
        this.route = route;
        this.metrics = metrics;
        this.span = span;
    }

    static RequestLine begin(APIGatewayV2HTTPEvent event, Metrics metrics, Tracing tracing) {
        String key = event.getRouteKey() == null ? "$default" : event.getRouteKey();
        return new RequestLine(key.replace(' ', ':'), metrics, span(event, key, tracing));
    }

    /// The header is the caller's: it says at most which trace the request is shown in, and whether it is.
    private static Span span(APIGatewayV2HTTPEvent event, String route, Tracing tracing) {
        Map<String, String> headers = event.getHeaders();
        Optional<TraceContext> cause = Optional.ofNullable(headers == null ? null : headers.get(TraceContext.NAME))
                .flatMap(TraceContext::parse);
        int space = Math.max(0, route.indexOf(' '));
        return tracing.begin(SpanName.REQUEST, route, cause)
                .tell(SpanAttribute.METHOD, route.substring(0, space))
                .tell(SpanAttribute.ROUTE, route.substring(space).strip());
    }

    /// From here on, every line names the user by a hash. An administrator has no records to be found by.
    static void forCaller(Request request) {
        request.knownCaller()
                .filter(caller -> caller.role() != AccountRole.ADMIN)
                .ifPresent(caller -> Telemetry.workFor(caller.owner()));
    }

    void answered(Reply reply) {
        LoggingEventBuilder line = LOG.atInfo();
        for (Map.Entry<String, Object> fact : reply.facts().entrySet()) {
            line = line.addKeyValue(fact.getKey(), fact.getValue());
        }
        finish(line, reply.status()).log("request.answered");
        span.close();
    }

    void refused(Problem problem, KeptException failure) {
        LoggingEventBuilder line =
                problem.status() == UNAVAILABLE ? LOG.atWarn().setCause(failure) : LOG.atInfo();
        if (problem.status() >= FAILED) {
            span.failed(problem.type());
        }
        finish(line, problem.status())
                .addKeyValue("type", problem.type())
                .addKeyValue("field", failure instanceof InvalidRequest invalid ? invalid.knownField() : "")
                .log("request.refused");
        span.close();
    }

    void failed(RuntimeException bug) {
        span.failed(bug.getClass().getSimpleName());
        finish(LOG.atError().setCause(bug), FAILED).log("request.failed");
        span.close();
    }

    private LoggingEventBuilder finish(LoggingEventBuilder line, int status) {
        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        metrics.took(Metric.REQUEST_LATENCY, took, route);
        metrics.count(Metric.REQUESTS, 1, status == THROTTLED ? "429" : status / 100 + "xx");
        metrics.count(Metric.REQUEST_ERRORS, status >= FAILED ? 1 : 0, route);
        span.tell(SpanAttribute.STATUS, status);
        return line.addKeyValue("route", route).addKeyValue("status", status).addKeyValue("tookMs", took.toMillis());
    }
}
