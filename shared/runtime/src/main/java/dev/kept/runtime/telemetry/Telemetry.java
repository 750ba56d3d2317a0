package dev.kept.runtime.telemetry;

import com.amazonaws.services.lambda.runtime.Context;
import dev.kept.domain.id.Owner;
import dev.kept.domain.telemetry.Metric;
import dev.kept.domain.telemetry.Metrics;
import dev.kept.domain.telemetry.Trace;
import dev.kept.runtime.tracing.Tracing;
import org.slf4j.MDC;

/// What every invocation says about itself. There is one for the process, as there is one log: whoever answers requests
/// or works off batches finds it without being given it.
public final class Telemetry {
    private static final String FUNCTION = "function";
    private static final String REQUEST = "requestId";
    private static final String USER = "user";

    private static final BufferedMetrics BUFFERED = new BufferedMetrics(MetricsOutput.of(System.getenv()));
    private static final Tracing TRACING = Tracing.of(System.getenv());
    private static final Metrics METRICS = new TracedMetrics(BUFFERED, TRACING);

    private Telemetry() {}

    public static Metrics metrics() {
        return METRICS;
    }

    public static Tracing tracing() {
        return TRACING;
    }

    /// Every line from here on names the function and the invocation.
    public static void begin(Context context) {
        MDC.clear();
        Trace.none();
        put(FUNCTION, context.getFunctionName());
        put(REQUEST, context.getAwsRequestId());
    }

    /// Every line from here on names the request or the message that is worked on.
    public static void workOn(String requestId) {
        put(REQUEST, requestId);
        MDC.remove(USER);
    }

    /// Every line from here on names whom the work is for, by a hash.
    public static void workFor(Owner owner) {
        MDC.put(USER, UserHash.of(owner));
    }

    /// Loads what the first line needs, some 90 ms of processor time, before a snapshot of the process is taken. It
    /// adds
    /// nothing to a count.
    public static void prime() {
        METRICS.record(Metric.EXTRACTION_TURNS, 0);
        BUFFERED.flush();
    }

    public static void end() {
        BUFFERED.flush();
        TRACING.flush();
        MDC.clear();
        Trace.none();
    }

    private static void put(String key, String value) {
        if (value != null) {
            MDC.put(key, value);
        }
    }
}
