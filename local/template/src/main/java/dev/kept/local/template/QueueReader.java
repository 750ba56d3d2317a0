package dev.kept.local.template;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

final class QueueReader {

    /// CloudFormation names these as SQS does. Encryption and access policies mean nothing on this machine.
    private static final List<String> ATTRIBUTES = List.of(
            "VisibilityTimeout",
            "MessageRetentionPeriod",
            "DelaySeconds",
            "ReceiveMessageWaitTimeSeconds",
            "MaximumMessageSize",
            "FifoQueue",
            "ContentBasedDeduplication",
            "DeduplicationScope",
            "FifoThroughputLimit");

    private QueueReader() {}

    static QueueModel read(Resource resource) {
        Value.Fields properties = resource.properties();
        return new QueueModel(
                resource.logicalId(),
                PhysicalIds.queueName(resource),
                PhysicalIds.queueUrl(resource),
                PhysicalIds.arn(resource),
                properties.flag("FifoQueue"),
                attributes(properties),
                redrive(properties));
    }

    private static Map<String, String> attributes(Value.Fields properties) {
        var attributes = new TreeMap<String, String>();
        for (String name : ATTRIBUTES) {
            properties.text(name).ifPresent(value -> attributes.put(name, value));
        }
        return attributes;
    }

    private static Optional<QueueModel.Redrive> redrive(Value.Fields properties) {
        return properties
                .get("RedrivePolicy")
                .map(Value::asFields)
                .map(policy -> new QueueModel.Redrive(
                        policy.required("deadLetterTargetArn").asText(),
                        policy.required("maxReceiveCount").asNumber()));
    }
}
