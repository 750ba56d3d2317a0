package dev.kept.adapters.sqs;

import dev.kept.domain.work.ParkedMessages;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

/// Parked submissions in their dead-letter queue, with the attributes `reason` and `messageId`, and the trace in which
/// it
/// was refused.
final class SqsParkedMessages implements ParkedMessages {
    /// Attributes count into the size of a message, of which the body may have taken almost all.
    private static final int REASON_CHARACTERS = 500;

    private final SqsClient client;
    private final String queueUrl;

    SqsParkedMessages(SqsClient client, String queueUrl) {
        this.client = client;
        this.queueUrl = queueUrl;
    }

    @Override
    public void park(String messageId, String body, String reason) {
        String shortened = reason.substring(0, Math.min(reason.length(), REASON_CHARACTERS));
        Map<String, MessageAttributeValue> attributes = new HashMap<>(MessageTrace.attributes());
        attributes.put("reason", MessageTrace.text(shortened));
        attributes.put("messageId", MessageTrace.text(messageId));
        SqsSender.translate(() -> client.sendMessage(
                send -> send.queueUrl(queueUrl).messageBody(body).messageAttributes(attributes)));
    }
}
