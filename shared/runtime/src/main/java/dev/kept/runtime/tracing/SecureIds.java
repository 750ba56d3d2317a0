package dev.kept.runtime.tracing;

import io.opentelemetry.sdk.trace.IdGenerator;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;

/// Makes ids of traces and spans.
///
/// OpenTelemetry's own generator draws from `ThreadLocalRandom`, whose state is part of a snapshot: restored copies
/// would
/// give different requests the same ids (docs/snapshots.md). A trace id begins with its second, as X-Ray wants it
/// (https://docs.aws.amazon.com/xray/latest/devguide/xray-api-sendingdata.html#xray-api-traceids).
final class SecureIds implements IdGenerator {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int TRACE_BYTES = 12;
    private static final int SPAN_BYTES = 8;

    private final Clock clock;

    SecureIds(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String generateTraceId() {
        return HexFormat.of().toHexDigits((int) clock.instant().getEpochSecond()) + random(TRACE_BYTES);
    }

    /// Not zero, which would be no id.
    @Override
    public String generateSpanId() {
        String id = random(SPAN_BYTES);
        return id.chars().allMatch(digit -> digit == '0') ? generateSpanId() : id;
    }

    private static String random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
