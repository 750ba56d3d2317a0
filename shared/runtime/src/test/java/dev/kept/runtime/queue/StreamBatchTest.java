package dev.kept.runtime.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.StreamRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StreamBatchTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:10.500Z");
    private static final Instant MINUTE = Instant.parse("2026-03-02T09:00:00Z");

    @Test
    void theMarkTellsHowOldAChangeIs() {
        assertEquals(List.of(Duration.ofMillis(1_500)), ages("2026-03-02T09:00:09.000Z#m_1"));
    }

    @Test
    void withoutAMarkTheStreamTellsIt() {
        assertEquals(List.of(Duration.ofMillis(10_500)), ages(""));
        assertEquals(List.of(Duration.ofMillis(10_500)), ages("yesterday"));
    }

    @Test
    void noChangeIsYoungerThanNow() {
        assertEquals(List.of(Duration.ZERO), ages("2026-03-02T09:00:11.000Z#m_1"));
    }

    @Test
    void whatFailedIsNotTold() {
        StreamBatch batch = batch("2026-03-02T09:00:09.000Z#m_1");
        assertEquals(List.of(), batch.ages(NOW, Set.copyOf(batch.keys())));
    }

    private static List<Duration> ages(String mark) {
        return batch(mark).ages(NOW, Set.of());
    }

    private static StreamBatch batch(String mark) {
        Map<String, AttributeValue> keys = new HashMap<>();
        keys.put("owner", new AttributeValue().withS("USER#ada"));
        keys.put("item", new AttributeValue().withS("MEMORY#m_1"));
        Map<String, AttributeValue> image = new HashMap<>(keys);
        if (!mark.isEmpty()) {
            image.put("unindexedSince", new AttributeValue().withS(mark));
        }
        DynamodbStreamRecord change = new DynamodbStreamRecord();
        change.setEventSourceARN("arn:aws:dynamodb:us-east-1:000000000000:table/memories/stream/now");
        change.setDynamodb(new StreamRecord()
                .withKeys(keys)
                .withNewImage(image)
                .withSequenceNumber("1")
                .withApproximateCreationDateTime(Date.from(MINUTE)));
        DynamodbEvent event = new DynamodbEvent();
        event.setRecords(List.of(change));
        return new StreamBatch(event, "memories");
    }
}
