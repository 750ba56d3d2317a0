package dev.kept.infra;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kept.local.template.EventModel;
import dev.kept.local.template.FunctionModel;
import dev.kept.local.template.QueueModel;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/// What nobody waits for must not get lost: it is retried, within bounds, and then kept where an alarm sees it.
class WorkTest {
    private static final int TRIES = 5;

    private static final Duration DEAD_LETTERS_ARE_KEPT = Duration.ofDays(14);

    /// https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html
    @Test
    void isHandedOutAgainOnlyAfterSixTimeouts() {
        each(EventModel.QueueSource.class, (function, source) -> {
            Duration visibility = Duration.ofSeconds(
                    Integer.parseInt(queue(source.queueArn()).attributes().getOrDefault("VisibilityTimeout", "30")));
            Duration needed = function.timeout().multipliedBy(6).plus(source.batchingWindow());
            assertTrue(visibility.compareTo(needed) >= 0, function.name());
        });
    }

    @Test
    void failsItemByItem() {
        each(
                EventModel.QueueSource.class,
                (function, source) -> assertTrue(source.reportsItemFailures(), function.name()));
        each(EventModel.StreamSource.class, (function, source) -> {
            assertTrue(source.reportsItemFailures(), function.name());
            assertTrue(source.bisects(), function.name());
        });
    }

    @Test
    void ofAQueueEndsInADeadLetterQueueOfTheSameKind() {
        each(EventModel.QueueSource.class, (function, source) -> {
            QueueModel queue = queue(source.queueArn());
            QueueModel deadLetters = queue(queue.redrive().orElseThrow().deadLetterQueueArn());
            assertEquals(queue.fifo(), deadLetters.fifo(), queue.name());
            assertTrue(queue.redrive().orElseThrow().maximumReceives() >= TRIES, queue.name());
            assertTrue(deadLetters.redrive().isEmpty(), deadLetters.name());
        });
    }

    @Test
    void ofAStreamIsGivenUpAfterSomeTriesAndNoted() {
        each(EventModel.StreamSource.class, (function, source) -> {
            assertTrue(source.maximumRetries().isPresent(), function.name());
            queue(source.failureQueueArn().orElseThrow());
            assertTrue(source.fromTrimHorizon(), "a new mapping must not skip what was written before it");
            assertFalse(source.filters().isEmpty(), function.name());
        });
    }

    @Test
    void ofAScheduleIsNotedWhenItFails() {
        each(EventModel.Schedule.class, (function, schedule) -> {
            JsonNode properties = Templates.MAIN.at("/Resources/" + function.logicalId() + "/Properties");
            JsonNode event = properties.at("/Events/" + schedule.name() + "/Properties");
            assertFalse(event.at("/DeadLetterConfig/Arn").isMissingNode(), schedule.name());
            assertFalse(event.path("RetryPolicy").isMissingNode(), schedule.name());
            assertFalse(
                    properties
                            .at("/EventInvokeConfig/DestinationConfig/OnFailure/Destination")
                            .isMissingNode(),
                    "the scheduler's own dead letters do not see a function that fails");
        });
    }

    @Test
    void thatWasGivenUpIsKeptForTwoWeeks() {
        Templates.SYSTEM.queues().stream()
                .filter(queue -> queue.redrive().isEmpty())
                .forEach(queue -> assertEquals(
                        String.valueOf(DEAD_LETTERS_ARE_KEPT.toSeconds()),
                        queue.attributes().get("MessageRetentionPeriod"),
                        queue.name()));
    }

    @Test
    void hasDeduplicationIdsOfItsSendersChoice() {
        Templates.SYSTEM.queues().stream()
                .filter(queue -> queue.fifo() && queue.redrive().isPresent())
                .forEach(queue -> assertEquals(
                        Optional.of("false"),
                        Optional.ofNullable(queue.attributes().get("ContentBasedDeduplication")),
                        queue.name()));
        assertEquals(
                Set.of("ExtractionQueue.fifo", "ContextQueue.fifo"),
                Set.copyOf(Templates.SYSTEM.queues().stream()
                        .filter(queue -> queue.fifo() && queue.redrive().isPresent())
                        .map(QueueModel::name)
                        .toList()));
    }

    private static QueueModel queue(String arn) {
        return Templates.SYSTEM.queueByArn(arn).orElseThrow(() -> new AssertionError("no queue " + arn));
    }

    private static <E extends EventModel> void each(Class<E> kind, BiConsumer<FunctionModel, E> check) {
        int found = 0;
        for (FunctionModel function : Templates.SYSTEM.functions()) {
            for (EventModel event : function.events()) {
                if (kind.isInstance(event)) {
                    check.accept(function, kind.cast(event));
                    found++;
                }
            }
        }
        assertTrue(found > 0, kind.getSimpleName());
    }
}
