package dev.kept.runtime.queue;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import dev.kept.domain.id.Owner;
import dev.kept.domain.search.RecordKey;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads a DynamoDB stream batch: which records changed, and where to go on after a failure.
public final class StreamBatch {
    private static final String TABLE = ":table/";
    private final Map<RecordKey, String> sequenceNumbers = new LinkedHashMap<>();
    private final List<DynamodbStreamRecord> records;
    private final String memoriesTable;

    /// @param memoriesTable name of the memories table; a record of any other table is one of sessions
    public StreamBatch(DynamodbEvent event, String memoriesTable) {
        this.records = event.getRecords() == null ? List.of() : event.getRecords();
        this.memoriesTable = memoriesTable;
        for (DynamodbStreamRecord change : records) {
            sequenceNumbers.putIfAbsent(
                    key(change, memoriesTable), change.getDynamodb().getSequenceNumber());
        }
    }

    /// The changed records, each once, in the order of their first change.
    public List<RecordKey> keys() {
        return List.copyOf(sequenceNumbers.keySet());
    }

    public List<DynamodbStreamRecord> records() {
        return records;
    }

    /// How long ago each record changed of those that did not fail.
    public List<Duration> ages(Instant now, Set<RecordKey> failed) {
        return records.stream()
                .filter(change -> !failed.contains(key(change, memoriesTable)))
                .flatMap(change -> changed(change).stream())
                .map(changed -> Duration.between(changed, now))
                .map(age -> age.isNegative() ? Duration.ZERO : age)
                .toList();
    }

    /// Its mark as unindexed tells it to the millisecond, the stream to the second, or to the minute on DynamoDB Local.
    private static Optional<Instant> changed(DynamodbStreamRecord change) {
        return text(change, "unindexedSince")
                .map(since -> since.split("#", 2)[0])
                .flatMap(StreamBatch::time)
                .or(() -> Optional.ofNullable(change.getDynamodb().getApproximateCreationDateTime())
                        .map(Date::toInstant));
    }

    private static Optional<Instant> time(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }

    /// Nothing failed.
    public static StreamsEventResponse done() {
        return new StreamsEventResponse(List.of());
    }

    /// Lambda goes on from the first of the failed records
    /// (https://docs.aws.amazon.com/lambda/latest/dg/services-ddb-batchfailurereporting.html).
    public StreamsEventResponse failedAt(Set<RecordKey> failed) {
        Optional<String> first = sequenceNumbers.entrySet().stream()
                .filter(entry -> failed.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
        return new StreamsEventResponse(
                first.map(BatchItemFailure::new).stream().toList());
    }

    /// A string attribute of the new image.
    public static Optional<String> text(DynamodbStreamRecord change, String attribute) {
        return text(change.getDynamodb().getNewImage(), attribute);
    }

    /// A string attribute of an image or a key.
    public static Optional<String> text(Map<String, AttributeValue> image, String attribute) {
        return Optional.ofNullable(image == null ? null : image.get(attribute)).map(AttributeValue::getS);
    }

    private static RecordKey key(DynamodbStreamRecord change, String memoriesTable) {
        Map<String, AttributeValue> keys = change.getDynamodb().getKeys();
        boolean memories = change.getEventSourceARN().contains(TABLE + memoriesTable + "/");
        return new RecordKey(
                Owner.parse(text(keys, "owner").orElseThrow()),
                memories ? RecordKey.Source.MEMORIES : RecordKey.Source.SESSIONS,
                text(keys, "item").orElseThrow());
    }
}
