package dev.kept.domain.telemetry;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A place in a trace: what is caused from here belongs to the trace, below the span. It travels with requests,
/// messages and items in the form of W3C Trace Context, as `traceparent` (https://www.w3.org/TR/trace-context/).
///
/// The other half of that standard, `tracestate`, is whatever a caller likes to write, and goes no further.
///
/// @param traceId 32 hexadecimal digits
/// @param spanId 16 hexadecimal digits
/// @param sampled whether anybody records the trace
public record TraceContext(String traceId, String spanId, boolean sampled) {
    /// Of the header, the message attribute and the item attribute.
    public static final String NAME = "traceparent";

    /// Later versions may add fields, which we pass over. There is no version `ff`.
    private static final Pattern FORM =
            Pattern.compile("(?!ff)([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(-.*)?");

    private static final int LENGTH_MAX = 256;
    private static final int SAMPLED = 1;
    private static final Pattern TRACE_ID = Pattern.compile("(?!0{32})[0-9a-f]{32}");
    private static final Pattern SPAN_ID = Pattern.compile("(?!0{16})[0-9a-f]{16}");

    public TraceContext {
        if (!TRACE_ID.matcher(traceId).matches() || !SPAN_ID.matcher(spanId).matches()) {
            throw new IllegalArgumentException("ids of a trace are hexadecimal and not zero");
        }
    }

    /// Empty for whatever is not well-formed: nobody's work fails for how a caller traces his.
    public static Optional<TraceContext> parse(String traceparent) {
        if (traceparent.length() > LENGTH_MAX) {
            return Optional.empty();
        }
        Matcher parts = FORM.matcher(traceparent);
        if (!parts.matches() || (parts.group(1).equals("00") && parts.group(5) != null)) {
            return Optional.empty();
        }
        return of(parts.group(2), parts.group(3), (Integer.parseInt(parts.group(4), 16) & SAMPLED) != 0);
    }

    private static Optional<TraceContext> of(String traceId, String spanId, boolean sampled) {
        return TRACE_ID.matcher(traceId).matches() && SPAN_ID.matcher(spanId).matches()
                ? Optional.of(new TraceContext(traceId, spanId, sampled))
                : Optional.empty();
    }

    public String traceparent() {
        return "00-" + traceId + "-" + spanId + (sampled ? "-01" : "-00");
    }
}
