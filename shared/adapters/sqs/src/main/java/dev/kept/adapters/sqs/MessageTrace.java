package dev.kept.adapters.sqs;

import dev.kept.domain.telemetry.Trace;
import dev.kept.domain.telemetry.TraceContext;
import java.util.Map;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

/// Where in a trace a message was sent, beside it, for who works on it.
final class MessageTrace {
    private MessageTrace() {}

    /// Empty where nothing is traced.
    static Map<String, MessageAttributeValue> attributes() {
        return Trace.current()
                .map(place -> Map.of(TraceContext.NAME, text(place.traceparent())))
                .orElse(Map.of());
    }

    static MessageAttributeValue text(String value) {
        return MessageAttributeValue.builder()
                .dataType("String")
                .stringValue(value)
                .build();
    }
}
