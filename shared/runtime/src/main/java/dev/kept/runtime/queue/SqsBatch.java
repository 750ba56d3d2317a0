package dev.kept.runtime.queue;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.MessageAttribute;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import dev.kept.domain.error.NotFound;
import dev.kept.domain.telemetry.Metric;
import dev.kept.domain.telemetry.Metrics;
import dev.kept.domain.telemetry.SpanAttribute;
import dev.kept.domain.telemetry.SpanName;
import dev.kept.domain.telemetry.TraceContext;
import dev.kept.runtime.telemetry.Telemetry;
import dev.kept.runtime.tracing.Span;
import dev.kept.runtime.tracing.Tracing;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/// Hands the messages of a batch to their work one after the other and reports those that failed, so that only they
/// come again. On a FIFO queue the rest of a failed message's group is reported too: done out of order it would
/// break the order that the group promises
/// (https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html).
public final class SqsBatch {
    private static final Logger LOG = LoggerFactory.getLogger(SqsBatch.class);

    private final String queue;
    private final Metrics metrics;
    private final Tracing tracing;
    private final Clock clock;

    SqsBatch(String queue, Metrics metrics, Tracing tracing, Clock clock) {
        this.queue = queue;
        this.metrics = metrics;
        this.tracing = tracing;
        this.clock = clock;
    }

    /// @param queue its name in metrics
    public static SQSBatchResponse handle(String queue, SQSEvent event, Consumer<SQSMessage> work) {
        return new SqsBatch(queue, Telemetry.metrics(), Telemetry.tracing(), Clock.systemUTC()).handle(event, work);
    }

    SQSBatchResponse handle(SQSEvent event, Consumer<SQSMessage> work) {
        List<BatchItemFailure> failures = new ArrayList<>();
        Set<String> failedGroups = new HashSet<>();
        List<SQSMessage> messages = event.getRecords() == null ? List.of() : event.getRecords();
        for (SQSMessage message : messages) {
            String group = group(message);
            if (failedGroups.contains(group) || !succeeds(message, work)) {
                failures.add(new BatchItemFailure(message.getMessageId()));
                if (!group.isEmpty()) {
                    failedGroups.add(group);
                }
            }
        }
        return new SQSBatchResponse(failures);
    }

    private boolean succeeds(SQSMessage message, Consumer<SQSMessage> work) {
        Telemetry.workOn(message.getMessageId());
        try (Span span = tracing.begin(SpanName.MESSAGE, queue, cause(message))) {
            return succeeds(message, work, span.tell(SpanAttribute.QUEUE, queue));
        }
    }

    private boolean succeeds(SQSMessage message, Consumer<SQSMessage> work, Span span) {
        Instant begin = clock.instant();
        Optional<Duration> age = age(message, begin);
        age.ifPresent(waited -> metrics.took(Metric.QUEUE_AGE, waited, queue));
        age.ifPresent(waited -> span.tell(SpanAttribute.AGE, waited.toMillis()));
        LoggingEventBuilder line = LOG.atInfo();
        try {
            work.accept(message);
            finish(line, begin, age).log("message.done");
            return true;
        } catch (NotFound gone) {
            finish(line, begin, age).addKeyValue("reason", gone.getMessage()).log("message.outdated");
            return true;
        } catch (RuntimeException failure) {
            metrics.count(Metric.MESSAGES_FAILED, 1, queue);
            span.failed(failure.getClass().getSimpleName());
            finish(LOG.atWarn().setCause(failure), begin, age).log("message.failed");
            return false;
        }
    }

    private LoggingEventBuilder finish(LoggingEventBuilder line, Instant begin, Optional<Duration> age) {
        LoggingEventBuilder aged =
                age.map(waited -> line.addKeyValue("ageMs", waited.toMillis())).orElse(line);
        return aged.addKeyValue("queue", queue)
                .addKeyValue("tookMs", Duration.between(begin, clock.instant()).toMillis());
    }

    /// Empty when the message does not say when it was sent; two machines' clocks may differ a little.
    private static Optional<Duration> age(SQSMessage message, Instant now) {
        Map<String, String> attributes = message.getAttributes();
        return Optional.ofNullable(attributes == null ? null : attributes.get("SentTimestamp"))
                .map(sent -> Duration.between(Instant.ofEpochMilli(Long.parseLong(sent)), now))
                .filter(age -> !age.isNegative());
    }

    /// What its sender wrote beside it.
    private static Optional<TraceContext> cause(SQSMessage message) {
        Map<String, MessageAttribute> attributes = message.getMessageAttributes();
        return Optional.ofNullable(attributes == null ? null : attributes.get(TraceContext.NAME))
                .map(MessageAttribute::getStringValue)
                .flatMap(TraceContext::parse);
    }

    private static String group(SQSMessage message) {
        Map<String, String> attributes = message.getAttributes();
        String group = attributes == null ? null : attributes.get("MessageGroupId");
        return group == null ? "" : group;
    }
}
