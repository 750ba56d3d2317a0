package dev.kept.local.template;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The events of a function; defaults are those of SAM and Lambda.
final class EventReader {

    private static final int QUEUE_BATCH_SIZE = 10;
    private static final int STREAM_BATCH_SIZE = 100;

    private EventReader() {}

    static EventModel read(String name, Value.Fields event) {
        Value.Fields properties = event.fields("Properties");
        Value type = event.required("Type");
        return switch (type.asText()) {
            case "HttpApi" -> route(name, properties);
            case "SQS" -> queue(name, properties);
            case "DynamoDB" -> stream(name, properties);
            case "ScheduleV2" -> scheduler(name, properties);
            case "Schedule" -> rule(name, properties);
            default ->
                throw new TemplateException(type.at(), "events of type " + type.asText() + " are not run locally");
        };
    }

    private static EventModel route(String name, Value.Fields properties) {
        return new EventModel.Route(
                name,
                properties.text("Method").orElse("ANY").toUpperCase(Locale.ROOT),
                properties.text("Path").orElse("$default"),
                properties.fields("Auth").text("Authorizer"));
    }

    private static EventModel queue(String name, Value.Fields properties) {
        return new EventModel.QueueSource(
                name,
                properties.required("Queue").asText(),
                properties.number("BatchSize").orElse(QUEUE_BATCH_SIZE),
                batchingWindow(properties),
                reportsItemFailures(properties),
                properties.fields("ScalingConfig").number("MaximumConcurrency"),
                filters(properties),
                enabled(properties));
    }

    private static EventModel stream(String name, Value.Fields properties) {
        return new EventModel.StreamSource(
                name,
                properties.required("Stream").asText(),
                properties.number("BatchSize").orElse(STREAM_BATCH_SIZE),
                batchingWindow(properties),
                properties.required("StartingPosition").asText().equals("TRIM_HORIZON"),
                filters(properties),
                properties.number("MaximumRetryAttempts").filter(count -> count >= 0),
                properties
                        .number("MaximumRecordAgeInSeconds")
                        .filter(seconds -> seconds > 0)
                        .map(Duration::ofSeconds),
                properties.flag("BisectBatchOnFunctionError"),
                reportsItemFailures(properties),
                properties.fields("DestinationConfig").fields("OnFailure").text("Destination"),
                enabled(properties));
    }

    private static EventModel scheduler(String name, Value.Fields properties) {
        return new EventModel.Schedule(
                name,
                properties.required("ScheduleExpression").asText(),
                properties.text("Input"),
                properties.text("ScheduleExpressionTimezone").orElse("UTC"),
                true,
                !properties.text("State").equals(Optional.of("DISABLED")));
    }

    private static EventModel rule(String name, Value.Fields properties) {
        boolean disabled = properties.text("State").equals(Optional.of("DISABLED"));
        return new EventModel.Schedule(
                name,
                properties.required("Schedule").asText(),
                properties.text("Input"),
                "UTC",
                false,
                enabled(properties) && !disabled);
    }

    private static Duration batchingWindow(Value.Fields properties) {
        return Duration.ofSeconds(
                properties.number("MaximumBatchingWindowInSeconds").orElse(0));
    }

    private static boolean reportsItemFailures(Value.Fields properties) {
        return properties.items("FunctionResponseTypes").stream()
                .anyMatch(type -> type.asText().equals("ReportBatchItemFailures"));
    }

    private static List<String> filters(Value.Fields properties) {
        return properties.fields("FilterCriteria").items("Filters").stream()
                .map(filter -> filter.asFields().required("Pattern").asText())
                .toList();
    }

    private static boolean enabled(Value.Fields properties) {
        return properties.text("Enabled").map(Boolean::parseBoolean).orElse(true);
    }
}
