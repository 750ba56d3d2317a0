package dev.kept.local.stack.events;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kept.local.stack.aws.AwsJson;
import dev.kept.local.stack.aws.Functions.Outcome;
import dev.kept.local.template.EventModel;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StreamBatchTest {

    private final FakeFunction function = new FakeFunction();
    private final List<String> done = new ArrayList<>();
    private final List<String> parked = new ArrayList<>();
    private final List<Duration> pauses = new ArrayList<>();

    @Test
    void isDoneAfterOneSuccess() throws Exception {
        process(source(Optional.of(3), true), "1", "2");
        assertEquals(List.of(List.of("1", "2")), function.batches);
        assertEquals(List.of("2"), done);
    }

    @Test
    void goesOnFromTheFirstRecordThatFailed() throws Exception {
        function.thenReports("3", "2");
        process(source(Optional.of(3), true), "1", "2", "3");
        assertEquals(List.of(List.of("1", "2", "3"), List.of("2", "3")), function.batches);
        assertEquals(List.of("1", "3"), done);
    }

    @Test
    void halvesABatchThatFailsAsAWholeWithoutCountingAnAttempt() throws Exception {
        function.thenFails().thenReplies("{}").thenFails();
        process(source(Optional.of(0), true), "1", "2", "3", "4");
        assertEquals(
                List.of(List.of("1", "2", "3", "4"), List.of("1", "2"), List.of("3", "4"), List.of("3"), List.of("4")),
                function.batches);
        assertEquals(List.of(), parked);
    }

    @Test
    void parksWhatFailsTooOftenAndMovesOn() throws Exception {
        function.thenFails().thenFails().thenFails();
        process(source(Optional.of(2), false), "1", "2");
        assertEquals(3, function.batches.size());
        assertEquals(List.of("1-2 after 3"), parked);
        assertEquals(List.of("2"), done);
    }

    @Test
    void triesForEverWhereNoLimitIsSetAndWaitsLongerEachTime() throws Exception {
        for (int i = 0; i < 12; i++) {
            function.thenFails();
        }
        process(source(Optional.empty(), false), "1");
        assertEquals(13, function.batches.size());
        assertEquals(List.of(), parked);
        assertEquals(Duration.ofMillis(200), pauses.getFirst());
        assertEquals(Duration.ofSeconds(30), pauses.getLast());
    }

    @Test
    void parksWhatIsTooOldAtItsFirstFailure() throws Exception {
        function.thenFails();
        var source = new EventModel.StreamSource(
                "s",
                "arn",
                10,
                Duration.ZERO,
                true,
                List.of(),
                Optional.empty(),
                Optional.of(Duration.ofMinutes(1)),
                false,
                true,
                Optional.empty(),
                true);
        process(source, "1");
        assertEquals(List.of("1-1 after 1"), parked);
    }

    @Test
    void failsAsAWholeWhereTheResponseNamesAStranger() throws Exception {
        function.thenReports("7");
        process(source(Optional.of(3), false), "1", "2");
        assertEquals(List.of(List.of("1", "2"), List.of("1", "2")), function.batches);
    }

    @Test
    void saysWhereTheRecordsAreThatItGaveUp() {
        var outcome = new Outcome.Failure("{}");
        JsonNode failure = new StreamFailure(function.function(), "arn", "shard", records("1", "2"), outcome, 3)
                .json(Instant.parse("2026-01-01T00:00:00.123Z"));
        assertEquals(
                "RetryAttemptsExhausted",
                failure.path("requestContext").path("condition").asText());
        assertEquals(
                3, failure.path("requestContext").path("approximateInvokeCount").asInt());
        assertEquals(
                "Unhandled",
                failure.path("responseContext").path("functionError").asText());
        assertEquals("2026-01-01T00:00:00.123Z", failure.path("timestamp").asText());
        JsonNode info = failure.path("DDBStreamBatchInfo");
        assertEquals("1", info.path("startSequenceNumber").asText());
        assertEquals("2", info.path("endSequenceNumber").asText());
        assertEquals(
                "2025-01-01T00:00:00Z",
                info.path("approximateArrivalOfFirstRecord").asText());
        assertEquals(2, info.path("batchSize").asInt());
    }

    private static EventModel.StreamSource source(Optional<Integer> retries, boolean bisects) {
        return new EventModel.StreamSource(
                "s",
                "arn",
                10,
                Duration.ZERO,
                true,
                List.of(),
                retries,
                Optional.empty(),
                bisects,
                true,
                Optional.empty(),
                true);
    }

    private void process(EventModel.StreamSource source, String... sequences) throws Exception {
        new StreamBatch(source, function, new Recorder(), Clock.systemUTC()).process(records(sequences), "arn");
    }

    private static List<JsonNode> records(String... sequences) {
        var records = new ArrayList<JsonNode>();
        for (String sequence : sequences) {
            var item = AwsJson.object();
            item.putObject("dynamodb")
                    .put("SequenceNumber", sequence)
                    .put(
                            "ApproximateCreationDateTime",
                            Instant.parse("2025-01-01T00:00:00Z").getEpochSecond());
            records.add(item);
        }
        return records;
    }

    private final class Recorder implements StreamBatch.Effects {

        @Override
        public void done(String sequenceNumber) {
            done.add(sequenceNumber);
        }

        @Override
        public void park(List<JsonNode> records, Outcome outcome, int attempts) {
            parked.add(StreamBatch.sequence(records.getFirst()) + "-" + StreamBatch.sequence(records.getLast())
                    + " after " + attempts);
        }

        @Override
        public void pause(Duration duration) {
            pauses.add(duration);
        }
    }
}
