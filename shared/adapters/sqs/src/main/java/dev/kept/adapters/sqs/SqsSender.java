package dev.kept.adapters.sqs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.kept.domain.error.DependencyUnavailable;
import dev.kept.domain.error.Throttled;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SqsException;

/// Sends messages to a FIFO queue, ten at a time. What SQS did not take of a batch is sent again
/// a few times with the same deduplication id.
final class SqsSender {
    /// https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessageBatch.html
    private static final int BATCH_MAX = 10;

    private static final int TRIES = 3;
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);
    private static final JsonMapper JSON = new JsonMapper();
    private final SqsClient client;

    SqsSender(SqsClient client) {
        this.client = client;
    }

    /// @param body written as JSON
    record Message(String group, String deduplicationId, Object body) {}

    void send(String queueUrl, List<Message> messages) {
        for (int i = 0; i < messages.size(); i += BATCH_MAX) {
            sendBatch(queueUrl, entries(messages.subList(i, Math.min(messages.size(), i + BATCH_MAX))));
        }
    }

    private void sendBatch(String queueUrl, List<SendMessageBatchRequestEntry> entries) {
        List<SendMessageBatchRequestEntry> left = entries;
        List<BatchResultErrorEntry> failed = List.of();
        for (int i = 0; i < TRIES && !left.isEmpty(); i++) {
            List<SendMessageBatchRequestEntry> batch = left;
            failed = translate(() -> client.sendMessageBatch(
                            send -> send.queueUrl(queueUrl).entries(batch)))
                    .failed();
            Set<String> ids = failed.stream().map(BatchResultErrorEntry::id).collect(Collectors.toSet());
            left = batch.stream().filter(entry -> ids.contains(entry.id())).toList();
        }
        if (!left.isEmpty()) {
            throw new DependencyUnavailable(
                    "sqs", new IllegalStateException(failed.getFirst().code()));
        }
    }

    private static List<SendMessageBatchRequestEntry> entries(List<Message> messages) {
        List<SendMessageBatchRequestEntry> entries = new ArrayList<>();
        for (Message message : messages) {
            entries.add(SendMessageBatchRequestEntry.builder()
                    .id(Integer.toString(entries.size()))
                    .messageGroupId(MessageGroup.of(message.group()))
                    .messageDeduplicationId(message.deduplicationId())
                    .messageBody(json(message.body()))
                    .messageAttributes(MessageTrace.attributes())
                    .build());
        }
        return entries;
    }

    static <T> T translate(Supplier<T> call) {
        try {
            return call.get();
        } catch (SqsException e) {
            throw e.isThrottlingException()
                    ? new Throttled("the queue is busy", RETRY_AFTER, e)
                    : new DependencyUnavailable("sqs", e);
        } catch (SdkException e) {
            throw new DependencyUnavailable("sqs", e);
        }
    }

    private static String json(Object body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a message of text is always JSON", e);
        }
    }
}
