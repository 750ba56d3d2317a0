package dev.kept.local.template;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What makes a function run.
public sealed interface EventModel {

    String name();

    /// A route of the HTTP API; without an authorizer it is open to everyone.
    record Route(String name, String method, String path, Optional<String> authorizer) implements EventModel {}

    record QueueSource(
            String name,
            String queueArn,
            int batchSize,
            Duration batchingWindow,
            boolean reportsItemFailures,
            Optional<Integer> maximumConcurrency,
            List<String> filters,
            boolean enabled)
            implements EventModel {

        public QueueSource {
            filters = List.copyOf(filters);
        }
    }

    /// `maximumRetries` is empty where records are tried until they expire.
    record StreamSource(
            String name,
            String streamArn,
            int batchSize,
            Duration batchingWindow,
            boolean fromTrimHorizon,
            List<String> filters,
            Optional<Integer> maximumRetries,
            Optional<Duration> maximumRecordAge,
            boolean bisects,
            boolean reportsItemFailures,
            Optional<String> failureQueueArn,
            boolean enabled)
            implements EventModel {

        public StreamSource {
            filters = List.copyOf(filters);
        }
    }

    /// `scheduler` tells EventBridge Scheduler, which passes its input as it is, from an EventBridge rule.
    record Schedule(
            String name, String expression, Optional<String> input, String timezone, boolean scheduler, boolean enabled)
            implements EventModel {}
}
