package dev.kept.local.stack.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kept.local.stack.aws.AwsJson;
import java.util.List;

/// Messages as Lambda hands them to a function.
/// See https://docs.aws.amazon.com/lambda/latest/dg/with-sqs.html
final class QueueEvent {

    private QueueEvent() {}

    static String of(List<JsonNode> messages, String queueArn) {
        ObjectNode event = AwsJson.object();
        ArrayNode records = event.putArray("Records");
        messages.forEach(message -> records.add(record(message, queueArn)));
        return event.toString();
    }

    static ObjectNode record(JsonNode message, String queueArn) {
        ObjectNode record = AwsJson.object()
                .put("messageId", message.path("MessageId").asText())
                .put("receiptHandle", message.path("ReceiptHandle").asText())
                .put("body", message.path("Body").asText());
        ObjectNode attributes = record.putObject("attributes");
        message.path("Attributes")
                .properties()
                .forEach(attribute ->
                        attributes.put(attribute.getKey(), attribute.getValue().asText()));
        ObjectNode messageAttributes = record.putObject("messageAttributes");
        message.path("MessageAttributes")
                .properties()
                .forEach(attribute -> messageAttributes.set(attribute.getKey(), attribute(attribute.getValue())));
        record.put("md5OfBody", message.path("MD5OfBody").asText());
        if (message.hasNonNull("MD5OfMessageAttributes")) {
            record.put(
                    "md5OfMessageAttributes",
                    message.path("MD5OfMessageAttributes").asText());
        }
        return record.put("eventSource", "aws:sqs")
                .put("eventSourceARN", queueArn)
                .put("awsRegion", "us-east-1");
    }

    private static ObjectNode attribute(JsonNode attribute) {
        ObjectNode converted = AwsJson.object();
        if (attribute.hasNonNull("StringValue")) {
            converted.put("stringValue", attribute.path("StringValue").asText());
        }
        if (attribute.hasNonNull("BinaryValue")) {
            converted.put("binaryValue", attribute.path("BinaryValue").asText());
        }
        converted.putArray("stringListValues");
        converted.putArray("binaryListValues");
        return converted.put("dataType", attribute.path("DataType").asText());
    }
}
