package dev.kept.local.stack.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kept.local.stack.aws.AwsJson;
import java.util.Set;
import java.util.UUID;

/// A message from a dead-letter queue as it is sent again: the same body and attributes, without the note why it was
/// parked.
final class RedrivenMessage {

    private static final Set<String> REASON = Set.of("reason", "Reason", "problem");

    private RedrivenMessage() {}

    static ObjectNode of(JsonNode message, boolean fifo) {
        ObjectNode again =
                AwsJson.object().put("MessageBody", message.path("Body").asText());
        ObjectNode attributes = again.putObject("MessageAttributes");
        message.path("MessageAttributes").properties().forEach(attribute -> {
            if (!REASON.contains(attribute.getKey())) {
                attributes.set(attribute.getKey(), attribute.getValue());
            }
        });
        if (fifo) {
            again.put(
                    "MessageGroupId",
                    message.path("Attributes").path("MessageGroupId").asText("redriven"));
            // A new id: the queue would drop the old one as a duplicate within five minutes.
            again.put("MessageDeduplicationId", UUID.randomUUID().toString());
        }
        return again;
    }
}
