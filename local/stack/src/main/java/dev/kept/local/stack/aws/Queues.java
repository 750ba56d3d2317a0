package dev.kept.local.stack.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kept.local.template.QueueModel;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/// SQS, as far as the supervisor uses it.
public final class Queues implements MessageQueue {

    /// The most that one call takes.
    public static final int BATCH_MAX = 10;

    /// ElasticMQ takes these when a queue is made, and refuses them afterwards.
    private static final Set<String> AT_CREATION = Set.of("FifoQueue", "ContentBasedDeduplication");
    /// What ElasticMQ can change. The rest orders throughput, of which there is enough here, or bounds sizes and ages.
    private static final Set<String> CHANGEABLE =
            Set.of("VisibilityTimeout", "DelaySeconds", "ReceiveMessageWaitTimeSeconds");

    private final AwsJson sqs;

    public Queues(AwsJson sqs) {
        this.sqs = sqs;
    }

    /// Dead-letter queues come first: a redrive policy can only name a queue that exists.
    public void ensure(List<QueueModel> queues) throws IOException, InterruptedException {
        var ordered = new ArrayList<>(queues);
        ordered.sort(Comparator.comparing(queue -> queue.redrive().isPresent()));
        for (QueueModel queue : ordered) {
            ensure(queue);
        }
    }

    private void ensure(QueueModel queue) throws IOException, InterruptedException {
        if (!exists(queue)) {
            ObjectNode create = AwsJson.object().put("QueueName", queue.name());
            create.set("Attributes", attributes(queue, AT_CREATION));
            sqs.call("CreateQueue", create);
        }
        ObjectNode attributes = attributes(queue, CHANGEABLE);
        queue.redrive().ifPresent(redrive -> attributes.put("RedrivePolicy", policy(redrive)));
        if (!attributes.isEmpty()) {
            ObjectNode set = AwsJson.object().put("QueueUrl", queue.url());
            set.set("Attributes", attributes);
            sqs.call("SetQueueAttributes", set);
        }
    }

    /// A queue that is not FIFO does not say so: SQS refuses `FifoQueue: false`.
    private static ObjectNode attributes(QueueModel queue, Set<String> wanted) {
        ObjectNode attributes = AwsJson.object();
        queue.attributes().forEach((name, value) -> {
            if (wanted.contains(name) && (queue.fifo() || !AT_CREATION.contains(name))) {
                attributes.put(name, value);
            }
        });
        return attributes;
    }

    private boolean exists(QueueModel queue) throws IOException, InterruptedException {
        try {
            sqs.call("GetQueueUrl", AwsJson.object().put("QueueName", queue.name()));
            return true;
        } catch (AwsException _) {
            return false;
        }
    }

    private static String policy(QueueModel.Redrive redrive) {
        return AwsJson.object()
                .put("deadLetterTargetArn", redrive.deadLetterQueueArn())
                .put("maxReceiveCount", Integer.toString(redrive.maximumReceives()))
                .toString();
    }

    public List<JsonNode> receive(String url, int count, Duration wait) throws IOException, InterruptedException {
        ObjectNode request = AwsJson.object()
                .put("QueueUrl", url)
                .put("MaxNumberOfMessages", Math.min(count, BATCH_MAX))
                .put("WaitTimeSeconds", wait.toSeconds());
        request.putArray("MessageSystemAttributeNames").add("All");
        request.putArray("AttributeNames").add("All");
        request.putArray("MessageAttributeNames").add("All");
        var messages = new ArrayList<JsonNode>();
        sqs.call("ReceiveMessage", request).path("Messages").forEach(messages::add);
        return messages;
    }

    @Override
    public void delete(String url, List<JsonNode> messages) throws IOException, InterruptedException {
        for (List<JsonNode> some : parts(messages)) {
            ObjectNode request = AwsJson.object().put("QueueUrl", url);
            entries(request, some);
            sqs.call("DeleteMessageBatch", request);
        }
    }

    @Override
    public void makeVisibleIn(String url, List<JsonNode> messages, Duration delay)
            throws IOException, InterruptedException {
        for (List<JsonNode> some : parts(messages)) {
            ObjectNode request = AwsJson.object().put("QueueUrl", url);
            entries(request, some).forEach(entry -> ((ObjectNode) entry).put("VisibilityTimeout", delay.toSeconds()));
            sqs.call("ChangeMessageVisibilityBatch", request);
        }
    }

    public void send(String url, ObjectNode message) throws IOException, InterruptedException {
        sqs.call("SendMessage", message.put("QueueUrl", url));
    }

    private static ArrayNode entries(ObjectNode request, List<JsonNode> messages) {
        ArrayNode entries = request.putArray("Entries");
        for (int i = 0; i < messages.size(); i++) {
            entries.addObject()
                    .put("Id", Integer.toString(i))
                    .put("ReceiptHandle", messages.get(i).path("ReceiptHandle").asText());
        }
        return entries;
    }

    private static List<List<JsonNode>> parts(List<JsonNode> messages) {
        var parts = new ArrayList<List<JsonNode>>();
        for (int i = 0; i < messages.size(); i += BATCH_MAX) {
            parts.add(messages.subList(i, Math.min(messages.size(), i + BATCH_MAX)));
        }
        return parts;
    }
}
