package dev.kept.runtime.tracing;

import dev.kept.domain.telemetry.SpanName;
import dev.kept.domain.telemetry.TraceContext;
import dev.kept.runtime.telemetry.Telemetry;
import java.time.Duration;

/// A process that traces nothing, run by [WithoutCollectorTest].
final class WithoutCollector {
    private WithoutCollector() {}

    public static void main(String[] arguments) {
        var cause = TraceContext.parse("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
        Telemetry.tracing().in(SpanName.CHANGES, cause, _ -> {});
        Telemetry.tracing().took(SpanName.SEARCH_STEP, "embed", Duration.ofMillis(1));
        Telemetry.end();
        System.out.println("done");
    }
}
