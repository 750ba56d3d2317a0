package dev.kept.runtime.http;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import dev.kept.domain.account.AccountRole;
import dev.kept.domain.error.InvalidRequest;
import dev.kept.domain.error.KeptException;
import dev.kept.domain.telemetry.Metric;
import dev.kept.domain.telemetry.Metrics;
import dev.kept.runtime.telemetry.Telemetry;
import java.time.Duration;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/// The one log line of a request, and what is measured of it.
final class RequestLine {
    private static final Logger LOG = LoggerFactory.getLogger(Routes.class);
    private static final int THROTTLED = 429;
    private static final int UNAVAILABLE = 503;
    private static final int FAILED = 500;

    private final String route;
    private final Metrics metrics;
    private final long begin = System.nanoTime();

    private RequestLine(String route, Metrics metrics) {
        this.route = route;
        this.metrics = metrics;
    }

    static RequestLine begin(APIGatewayV2HTTPEvent event, Metrics metrics) {
        String key = event.getRouteKey() == null ? "$default" : event.getRouteKey();
        return new RequestLine(key.replace(' ', ':'), metrics);
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
    }

    void refused(Problem problem, KeptException failure) {
        LoggingEventBuilder line =
                problem.status() == UNAVAILABLE ? LOG.atWarn().setCause(failure) : LOG.atInfo();
        finish(line, problem.status())
                .addKeyValue("type", problem.type())
                .addKeyValue("field", failure instanceof InvalidRequest invalid ? invalid.knownField() : "")
                .log("request.refused");
    }

    void failed(RuntimeException bug) {
        finish(LOG.atError().setCause(bug), FAILED).log("request.failed");
    }

    private LoggingEventBuilder finish(LoggingEventBuilder line, int status) {
        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        metrics.took(Metric.REQUEST_LATENCY, took, route);
        metrics.count(Metric.REQUESTS, 1, status == THROTTLED ? "429" : status / 100 + "xx");
        metrics.count(Metric.REQUEST_ERRORS, status >= FAILED ? 1 : 0, route);
        return line.addKeyValue("route", route).addKeyValue("status", status).addKeyValue("tookMs", took.toMillis());
    }
}
