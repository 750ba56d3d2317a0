package dev.kept.local.stack.events;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kept.local.stack.aws.AwsException;
import dev.kept.local.stack.aws.Queues;
import dev.kept.local.template.EventModel;
import dev.kept.local.template.QueueModel;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;

/// Polls one queue for one function, and hands out as many batches side by side as the template and
/// this machine allow. The queue itself sees to it that a FIFO group has only one batch under way.
final class QueuePoller implements Runnable {

    /// What Lambda starts with where nothing else is said.
    private static final int CONCURRENCY = 5;

    /// More batches than there are processors would not be done sooner, and each makes requests wait.
    /// The last processor is left to those.
    private static final int CONCURRENCY_MAX = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);

    /// Lambda polls for 20 seconds. ElasticMQ parks a message that failed too often only when a receive begins, so that
    /// shorter polls bring it to its dead-letter queue sooner.
    private static final Duration LONG_POLL = Duration.ofSeconds(5);

    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);

    private final EventModel.QueueSource source;
    private final QueueModel queue;
    private final Queues queues;
    private final QueueBatch batch;
    private final Semaphore free;

    QueuePoller(EventModel.QueueSource source, QueueModel queue, Queues queues, BatchFunction function) {
        this.source = source;
        this.queue = queue;
        this.queues = queues;
        this.batch = new QueueBatch(source, queue, queues, function);
        this.free = new Semaphore(Math.min(source.maximumConcurrency().orElse(CONCURRENCY), CONCURRENCY_MAX));
    }

    @Override
    public void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                free.acquire();
                start(receive());
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void start(List<JsonNode> messages) {
        if (messages.isEmpty()) {
            free.release();
            return;
        }
        Thread.ofVirtual().name(queue.name()).start(() -> {
            try {
                batch.process(messages);
            } catch (IOException | AwsException _) {
                // The queue is away. What was not deleted becomes visible again, and handlers are idempotent.
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            } finally {
                free.release();
            }
        });
    }

    /// Empty where nothing came, or the queue is away for the moment.
    private List<JsonNode> receive() throws InterruptedException {
        try {
            List<JsonNode> messages = new ArrayList<>(queues.receive(queue.url(), source.batchSize(), LONG_POLL));
            Instant full = Instant.now().plus(source.batchingWindow());
            while (!messages.isEmpty()
                    && messages.size() < source.batchSize()
                    && Instant.now().isBefore(full)) {
                messages.addAll(queues.receive(
                        queue.url(),
                        source.batchSize() - messages.size(),
                        Duration.between(Instant.now(), full).plusMillis(999)));
            }
            return messages;
        } catch (IOException | AwsException _) {
            Thread.sleep(PAUSE_AFTER_FAILURE);
            return List.of();
        }
    }
}
