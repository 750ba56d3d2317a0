package dev.kept.local.template;

import java.util.Map;
import java.util.Optional;

/// A queue; `attributes` are named as SQS names them.
public record QueueModel(
        String logicalId,
        String name,
        String url,
        String arn,
        boolean fifo,
        Map<String, String> attributes,
        Optional<Redrive> redrive) {

    public QueueModel {
        attributes = Map.copyOf(attributes);
    }

    public record Redrive(String deadLetterQueueArn, int maximumReceives) {}
}
