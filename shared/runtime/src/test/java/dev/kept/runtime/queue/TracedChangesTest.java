package dev.kept.runtime.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.StreamRecord;
import dev.kept.domain.telemetry.TraceContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TracedChangesTest {
    private static final TraceContext ONE = context("00f067aa0ba902b7", true);
    private static final TraceContext OTHER = context("00f067aa0ba902b8", true);
    private static final TraceContext UNRECORDED = context("00f067aa0ba902b9", false);
    private static final TraceContext UNRECORDED_TOO = context("00f067aa0ba902ba", false);

    @Test
    void areTogetherByWhatCausedThem() {
        DynamodbEvent event =
                event(change("a", ONE.traceparent()), change("b", OTHER.traceparent()), change("c", ONE.traceparent()));

        assertEquals(List.of("a c", "b"), items(event));
        assertEquals(List.of(Optional.of(ONE), Optional.of(OTHER)), causes(event));
    }

    @Test
    void areAllTogetherWhereNothingIsTraced() {
        DynamodbEvent event = event(change("a", ""), change("b", ""));

        assertEquals(List.of("a b"), items(event));
        assertEquals(List.of(Optional.empty()), causes(event));
    }

    @Test
    void areTogetherWhenNobodyRecordsThem() {
        DynamodbEvent event = event(
                change("a", ""),
                change("b", UNRECORDED.traceparent()),
                change("c", "nonsense"),
                change("d", UNRECORDED_TOO.traceparent()));

        assertEquals(List.of("a b c d"), items(event));
        assertEquals(List.of(Optional.of(UNRECORDED)), causes(event));
    }

    @Test
    void areNoneOfAnEmptyBatch() {
        assertEquals(List.of(), TracedChanges.of(new DynamodbEvent()));
    }

    private static List<String> items(DynamodbEvent event) {
        return TracedChanges.of(event).stream()
                .map(changes -> String.join(
                        " ",
                        changes.records().stream()
                                .map(change -> StreamBatch.text(change, "item").orElseThrow())
                                .toList()))
                .toList();
    }

    private static List<Optional<TraceContext>> causes(DynamodbEvent event) {
        return TracedChanges.of(event).stream().map(TracedChanges::cause).toList();
    }

    private static DynamodbEvent event(DynamodbStreamRecord... changes) {
        DynamodbEvent event = new DynamodbEvent();
        event.setRecords(List.of(changes));
        return event;
    }

    private static DynamodbStreamRecord change(String item, String traceparent) {
        Map<String, AttributeValue> image = traceparent.isEmpty()
                ? Map.of("item", new AttributeValue(item))
                : Map.of("item", new AttributeValue(item), "traceparent", new AttributeValue(traceparent));
        DynamodbStreamRecord change = new DynamodbStreamRecord();
        change.setDynamodb(new StreamRecord().withNewImage(image));
        return change;
    }

    private static TraceContext context(String span, boolean sampled) {
        return new TraceContext("4bf92f3577b34da6a3ce929d0e0e4736", span, sampled);
    }
}
