package dev.kept.local.stack.events;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kept.local.stack.aws.AwsException;
import dev.kept.local.template.EventModel;
import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/// Reads one table's stream for one function: a thread for each shard, begun when the shard's parent has been read to
/// its end,
/// which keeps the changes of an item in order.
final class StreamPoller implements Runnable {

    private static final Duration DISCOVER_EVERY = Duration.ofSeconds(5);

    private final String consumer;
    private final EventModel.StreamSource source;
    private final StreamReader reader;
    private final BatchFunction function;
    private final Checkpoints checkpoints;
    private final FailureQueue failures;
    private final Consumer<String> log;
    private final Set<String> begun = new HashSet<>();
    private final Set<String> finished = ConcurrentHashMap.newKeySet();

    @FunctionalInterface
    interface FailureQueue {

        void send(ObjectNode failure) throws IOException, InterruptedException;
    }

    StreamPoller(
            String consumer,
            EventModel.StreamSource source,
            StreamReader reader,
            BatchFunction function,
            Checkpoints checkpoints,
            FailureQueue failures,
            Consumer<String> log) {
        this.consumer = consumer;
        this.source = source;
        this.reader = reader;
        this.function = function;
        this.checkpoints = checkpoints;
        this.failures = failures;
        this.log = log;
    }

    @Override
    public void run() {
        Set<Thread> threads = new HashSet<>();
        try {
            while (true) {
                discover(threads);
                Thread.sleep(DISCOVER_EVERY);
            }
        } catch (InterruptedException _) {
            threads.forEach(Thread::interrupt);
            Thread.currentThread().interrupt();
        }
    }

    private void discover(Set<Thread> threads) throws InterruptedException {
        try {
            String arn = reader.arn();
            List<StreamReader.Shard> shards = reader.shards(arn);
            Set<String> present = new HashSet<>();
            shards.forEach(shard -> present.add(shard.id()));
            for (StreamReader.Shard shard : shards) {
                boolean parentIsRead = shard.parent()
                        .filter(parent -> present.contains(parent) && !finished.contains(parent))
                        .isEmpty();
                if (parentIsRead && begun.add(shard.id())) {
                    threads.add(start(arn, shard.id()));
                }
            }
        } catch (IOException | AwsException _) {
            // DynamoDB is away for the moment; whoever looks after it says so.
        }
    }

    private Thread start(String arn, String shard) {
        var poller = new ShardPoller(
                new ShardPoller.Position(consumer, arn, shard), source, reader, function, checkpoints, failures, log);
        return Thread.ofVirtual().name(consumer).start(() -> {
            if (poller.readToEnd()) {
                finished.add(shard);
            }
        });
    }
}
