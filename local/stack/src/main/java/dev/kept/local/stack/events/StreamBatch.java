package dev.kept.local.stack.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kept.local.stack.aws.AwsJson;
import dev.kept.local.stack.aws.Functions.Outcome;
import dev.kept.local.template.EventModel;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/// Brings records of one shard through a function, in order, the way Lambda does: from the first failed record on they
/// are tried
/// again; a batch that fails as a whole is halved where the template says so, which costs no attempt; what has failed
/// too often
/// or is too old goes to the failure destination, and the shard moves on.
/// See https://docs.aws.amazon.com/lambda/latest/dg/services-ddb-batchfailurereporting.html
final class StreamBatch {

    /// A stream waits for nobody: a host that is away is waited for as long as the stream keeps its records.
    private static final Duration PATIENCE = Duration.ofHours(24);

    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration PAUSE_MAX = Duration.ofSeconds(30);
    private static final int DOUBLINGS_MAX = 8;

    private final EventModel.StreamSource source;
    private final BatchFunction function;
    private final Effects effects;
    private final Clock clock;

    /// What happens around the invocations.
    interface Effects {

        /// All records up to this one are done with.
        void done(String sequenceNumber) throws IOException;

        void park(List<JsonNode> records, Outcome outcome, int attempts) throws IOException, InterruptedException;

        void pause(Duration duration) throws InterruptedException;
    }

    private record Work(List<JsonNode> records, int attempts) {}

    StreamBatch(EventModel.StreamSource source, BatchFunction function, Effects effects, Clock clock) {
        this.source = source;
        this.function = function;
        this.effects = effects;
        this.clock = clock;
    }

    void process(List<JsonNode> records, String streamArn) throws IOException, InterruptedException {
        Deque<Work> ahead = new ArrayDeque<>();
        ahead.push(new Work(records, 0));
        while (!ahead.isEmpty()) {
            attempt(ahead.pop(), streamArn, ahead);
        }
    }

    private void attempt(Work work, String streamArn, Deque<Work> ahead) throws IOException, InterruptedException {
        Outcome outcome = function.invoke(event(work.records(), streamArn), PATIENCE);
        int failed = firstFailure(work.records(), outcome);
        if (failed > 0) {
            effects.done(sequence(work.records().get(failed - 1)));
        }
        if (failed == work.records().size()) {
            return;
        }
        List<JsonNode> rest = work.records().subList(failed, work.records().size());
        if (outcome instanceof Outcome.Failure && source.bisects() && rest.size() > 1) {
            ahead.push(new Work(rest.subList(rest.size() / 2, rest.size()), work.attempts()));
            ahead.push(new Work(rest.subList(0, rest.size() / 2), work.attempts()));
            return;
        }
        again(new Work(rest, failed > 0 ? 1 : work.attempts() + 1), outcome, ahead);
    }

    private void again(Work work, Outcome outcome, Deque<Work> ahead) throws IOException, InterruptedException {
        boolean exhausted =
                source.maximumRetries().filter(max -> work.attempts() > max).isPresent();
        if (exhausted || isTooOld(work.records().getLast())) {
            effects.park(work.records(), outcome, work.attempts());
            effects.done(sequence(work.records().getLast()));
            return;
        }
        effects.pause(pause(work.attempts()));
        ahead.push(work);
    }

    private static Duration pause(int attempts) {
        Duration growing = FIRST_PAUSE.multipliedBy(1L << Math.clamp(attempts - 1, 0, DOUBLINGS_MAX));
        return growing.compareTo(PAUSE_MAX) < 0 ? growing : PAUSE_MAX;
    }

    private boolean isTooOld(JsonNode record) {
        return source.maximumRecordAge()
                .filter(age -> createdAt(record).plus(age).isBefore(clock.instant()))
                .isPresent();
    }

    static Instant createdAt(JsonNode record) {
        double seconds =
                record.path("dynamodb").path("ApproximateCreationDateTime").asDouble();
        return Instant.ofEpochMilli((long) (seconds * 1000));
    }

    /// The index of the first failed record, or the size where none failed.
    private int firstFailure(List<JsonNode> records, Outcome outcome) {
        List<String> sequences = records.stream().map(StreamBatch::sequence).toList();
        Set<String> failures = BatchResponse.failures(outcome, source.reportsItemFailures(), sequences);
        int first = 0;
        while (first < sequences.size() && !failures.contains(sequences.get(first))) {
            first++;
        }
        return first;
    }

    static String sequence(JsonNode record) {
        return record.path("dynamodb").path("SequenceNumber").asText();
    }

    private static String event(List<JsonNode> records, String streamArn) {
        ObjectNode event = AwsJson.object();
        ArrayNode array = event.putArray("Records");
        records.forEach(record -> array.add(record.<ObjectNode>deepCopy().put("eventSourceARN", streamArn)));
        return event.toString();
    }
}
