package dev.kept.local.stack.events;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kept.local.stack.aws.AwsJson;
import dev.kept.local.stack.aws.Functions.Outcome;
import dev.kept.local.stack.aws.MessageQueue;
import dev.kept.local.template.EventModel;
import dev.kept.local.template.QueueModel;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// One batch of messages, from its receipt until each message is deleted or handed back.
final class QueueBatch {

    private static final int DOUBLINGS_MAX = 6;
    private static final Duration DEFAULT_VISIBILITY = Duration.ofSeconds(30);

    private final EventModel.QueueSource source;
    private final QueueModel queue;
    private final MessageQueue queues;
    private final BatchFunction function;

    QueueBatch(EventModel.QueueSource source, QueueModel queue, MessageQueue queues, BatchFunction function) {
        this.source = source;
        this.queue = queue;
        this.queues = queues;
        this.function = function;
    }

    void process(List<JsonNode> messages) throws IOException, InterruptedException {
        var done = new ArrayList<JsonNode>();
        var wanted = new ArrayList<JsonNode>();
        messages.forEach(message -> (isWanted(message) ? wanted : done).add(message));
        if (!wanted.isEmpty()) {
            // Beyond the visibility timeout the messages would be handed out a second time.
            Outcome outcome = function.invoke(
                    QueueEvent.of(wanted, queue.arn()), visibility().dividedBy(2));
            handBack(wanted, outcome, done);
        }
        if (!done.isEmpty()) {
            queues.delete(queue.url(), done);
        }
    }

    private void handBack(List<JsonNode> messages, Outcome outcome, List<JsonNode> done)
            throws IOException, InterruptedException {
        Set<String> failures = BatchResponse.failures(
                outcome,
                source.reportsItemFailures(),
                messages.stream().map(QueueBatch::id).toList());
        var failed = new ArrayList<JsonNode>();
        messages.forEach(message -> (failures.contains(id(message)) ? failed : done).add(message));
        if (!failed.isEmpty()) {
            queues.makeVisibleIn(queue.url(), failed, delay(failed));
        }
    }

    private static String id(JsonNode message) {
        return message.path("MessageId").asText();
    }

    /// In AWS a failed message comes back when its visibility timeout is over: minutes in which a developer would wait
    /// for
    /// nothing. Here it comes back after 1, 2, 4… seconds. One delay for all keeps the order within a FIFO group.
    private Duration delay(List<JsonNode> failed) {
        int receives = failed.stream()
                .mapToInt(message -> message.path("Attributes")
                        .path("ApproximateReceiveCount")
                        .asInt(1))
                .max()
                .orElse(1);
        Duration growing = Duration.ofSeconds(1L << Math.clamp(receives - 1, 0, DOUBLINGS_MAX));
        return growing.compareTo(visibility()) < 0 ? growing : visibility();
    }

    private Duration visibility() {
        String seconds = queue.attributes().get("VisibilityTimeout");
        return seconds == null ? DEFAULT_VISIBILITY : Duration.ofSeconds(Long.parseLong(seconds));
    }

    /// Lambda deletes what its filters do not want.
    private boolean isWanted(JsonNode message) {
        return source.filters().isEmpty() || EventFilter.of(source.filters()).matches(withParsedBody(message));
    }

    private JsonNode withParsedBody(JsonNode message) {
        var record = QueueEvent.record(message, queue.arn());
        try {
            record.set("body", AwsJson.JSON.readTree(record.path("body").asText()));
        } catch (IOException _) {
            // A body that is not JSON is matched as the text it is.
        }
        return record;
    }
}
