package dev.kept.runtime.queue;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import dev.kept.domain.telemetry.TraceContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The changes of a stream batch that were caused at one place of a trace. Where nothing is traced there is one of all.
///
/// @param cause empty for items that were written by nobody's trace, or by an older release
/// @param records never empty
public record TracedChanges(Optional<TraceContext> cause, List<DynamodbStreamRecord> records) {
    public TracedChanges {
        records = List.copyOf(records);
    }

    /// In the order of their first change. What nobody records stays together: apart, it would only cost more calls.
    public static List<TracedChanges> of(DynamodbEvent event) {
        Map<Optional<TraceContext>, List<DynamodbStreamRecord>> recorded = new LinkedHashMap<>();
        Optional<TraceContext> unrecorded = Optional.empty();
        List<DynamodbStreamRecord> records = event.getRecords() == null ? List.of() : event.getRecords();
        for (DynamodbStreamRecord change : records) {
            Optional<TraceContext> cause =
                    StreamBatch.text(change, TraceContext.NAME).flatMap(TraceContext::parse);
            Optional<TraceContext> sampled = cause.filter(TraceContext::sampled);
            unrecorded = sampled.isEmpty() ? unrecorded.or(() -> cause) : unrecorded;
            recorded.computeIfAbsent(sampled, _ -> new ArrayList<>()).add(change);
        }
        return named(recorded, unrecorded);
    }

    private static List<TracedChanges> named(
            Map<Optional<TraceContext>, List<DynamodbStreamRecord>> recorded, Optional<TraceContext> unrecorded) {
        return recorded.entrySet().stream()
                .map(entry -> new TracedChanges(entry.getKey().or(() -> unrecorded), entry.getValue()))
                .toList();
    }
}
