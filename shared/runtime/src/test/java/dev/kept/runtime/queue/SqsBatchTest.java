package dev.kept.runtime.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.MessageAttribute;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import dev.kept.domain.error.NotFound;
import dev.kept.domain.telemetry.Metric;
import dev.kept.runtime.tracing.FakeTracing;
import dev.kept.runtime.tracing.Tracing;
import dev.kept.testkit.FakeMetrics;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SqsBatchTest {
    private final List<String> done = new ArrayList<>();

    @Test
    void reportsOnlyWhatFailed() {
        assertEquals(List.of("b"), failed(message("a", ""), message("b", ""), message("c", "")));
        assertEquals(List.of("a", "c"), done);
    }

    @Test
    void doesNothingOfAGroupAfterItsFailure() {
        assertEquals(
                List.of("b", "c"),
                failed(message("a", "g1"), message("b", "g2"), message("c", "g2"), message("d", "g1")));
        assertEquals(List.of("a", "d"), done);
    }

    @Test
    void letsGoOfWorkOnWhatIsGone() {
        SQSEvent event = new SQSEvent();
        event.setRecords(List.of(message("a", "")));
        SQSBatchResponse response = SqsBatch.handle("things", event, _ -> {
            throw new NotFound("session", "s");
        });
        assertEquals(List.of(), response.getBatchItemFailures());
    }

    @Test
    void measuresHowLongAMessageWaitedAndWhatFailed() {
        FakeMetrics metrics = new FakeMetrics();
        SQSMessage waited = message("a", "");
        waited.setAttributes(Map.of("SentTimestamp", "1769851800000"));
        SQSEvent event = new SQSEvent();
        event.setRecords(List.of(waited, message("b", "")));
        Clock clock = Clock.fixed(Instant.ofEpochMilli(1769851842000L), ZoneOffset.UTC);

        new SqsBatch("contexts", metrics, Tracing.off(), clock).handle(event, message -> {
            if (message.getMessageId().equals("b")) {
                throw new IllegalStateException("b fails");
            }
        });

        assertEquals(List.of(42_000.0), metrics.of(Metric.QUEUE_AGE, "contexts"));
        assertEquals(List.of(1.0), metrics.of(Metric.MESSAGES_FAILED, "contexts"));
    }

    @Test
    void isASpanBelowThatOfTheSenderForEachMessage() {
        FakeTracing tracing = new FakeTracing();
        SQSMessage traced = message("a", "");
        traced.setMessageAttributes(
                Map.of("traceparent", attribute("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")));
        SQSMessage malformed = message("b", "");
        malformed.setMessageAttributes(Map.of("traceparent", attribute("nonsense")));
        SQSEvent event = new SQSEvent();
        event.setRecords(List.of(traced, malformed));

        new SqsBatch("contexts", new FakeMetrics(), tracing, Clock.systemUTC()).handle(event, message -> {
            if (message.getMessageId().equals("b")) {
                throw new IllegalStateException("a secret");
            }
        });

        assertEquals(
                List.of(
                        "process contexts below 00f067aa0ba902b7 messaging.destination.name=contexts",
                        "process contexts messaging.destination.name=contexts error.type=IllegalStateException"),
                tracing.ended());
    }

    private static MessageAttribute attribute(String value) {
        MessageAttribute attribute = new MessageAttribute();
        attribute.setDataType("String");
        attribute.setStringValue(value);
        return attribute;
    }

    private List<String> failed(SQSMessage... messages) {
        SQSEvent event = new SQSEvent();
        event.setRecords(List.of(messages));
        SQSBatchResponse response = SqsBatch.handle("things", event, message -> {
            if (message.getMessageId().equals("b")) {
                throw new IllegalStateException("b fails");
            }
            done.add(message.getMessageId());
        });
        return response.getBatchItemFailures().stream()
                .map(SQSBatchResponse.BatchItemFailure::getItemIdentifier)
                .toList();
    }

    private static SQSMessage message(String id, String group) {
        SQSMessage message = new SQSMessage();
        message.setMessageId(id);
        message.setAttributes(group.isEmpty() ? Map.of() : Map.of("MessageGroupId", group));
        return message;
    }
}
