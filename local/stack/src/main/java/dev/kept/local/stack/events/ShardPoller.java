package dev.kept.local.stack.events;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kept.local.stack.aws.AwsException;
import dev.kept.local.stack.aws.Functions.Outcome;
import dev.kept.local.template.EventModel;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Reads one shard from its checkpoint to its end.
final class ShardPoller {

    /// As often as Lambda looks at a shard. Each look costs DynamoDB Local a millisecond and more, the longer the
    /// stream.
    /// https://docs.aws.amazon.com/lambda/latest/dg/with-ddb.html
    private static final Duration IDLE = Duration.ofMillis(250);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);

    private final Position position;
    private final EventModel.StreamSource source;
    private final StreamReader reader;
    private final BatchFunction function;
    private final Checkpoints checkpoints;
    private final StreamPoller.FailureQueue failures;
    private final Consumer<String> log;
    private final EventFilter filter;
    private final StreamBatch batch;

    record Position(String consumer, String streamArn, String shard) {}

    ShardPoller(
            Position position,
            EventModel.StreamSource source,
            StreamReader reader,
            BatchFunction function,
            Checkpoints checkpoints,
            StreamPoller.FailureQueue failures,
            Consumer<String> log) {
        this.position = position;
        this.source = source;
        this.reader = reader;
        this.function = function;
        this.checkpoints = checkpoints;
        this.failures = failures;
        this.log = log;
        this.filter = EventFilter.of(source.filters());
        this.batch = new StreamBatch(source, function, new Effects(), Clock.systemUTC());
    }

    /// False where it was interrupted before the end.
    boolean readToEnd() {
        try {
            while (!readUntilFailure()) {
                Thread.sleep(PAUSE_AFTER_FAILURE);
            }
            return true;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /// False where DynamoDB went away, or the iterator grew too old, and reading has to start at the checkpoint again.
    private boolean readUntilFailure() throws InterruptedException {
        try {
            Optional<String> iterator = Optional.of(reader.iterator(
                    position.streamArn(),
                    position.shard(),
                    checkpoints.read(position.consumer(), position.shard()),
                    source.fromTrimHorizon()));
            while (iterator.isPresent()) {
                iterator = readBatch(iterator.get());
            }
            return true;
        } catch (AwsException e) {
            if (!e.is("TrimmedDataAccess") && !e.is("ExpiredIterator")) {
                log.accept(position.consumer() + ": " + e.getMessage());
            }
            return false;
        } catch (IOException _) {
            // DynamoDB is away for the moment; whoever looks after it says so.
            return false;
        }
    }

    /// Reads until a batch is full or its window is over, brings it through the function, and answers where to go on.
    private Optional<String> readBatch(String start) throws IOException, InterruptedException {
        Optional<String> next = Optional.of(start);
        List<JsonNode> wanted = new ArrayList<>();
        Optional<String> last = Optional.empty();
        Instant full = Instant.MAX;
        while (next.isPresent()
                && wanted.size() < source.batchSize()
                && Instant.now().isBefore(full)) {
            StreamReader.Page page = reader.read(next.get());
            next = page.next();
            page.records().stream().filter(filter::matches).forEach(wanted::add);
            if (!page.records().isEmpty()) {
                last = Optional.of(StreamBatch.sequence(page.records().getLast()));
                full = full.equals(Instant.MAX) ? Instant.now().plus(source.batchingWindow()) : full;
            } else if (next.isPresent()) {
                Thread.sleep(IDLE);
            }
        }
        deliver(wanted);
        if (last.isPresent()) {
            checkpoints.write(position.consumer(), position.shard(), last.get());
        }
        return next;
    }

    private void deliver(List<JsonNode> records) throws IOException, InterruptedException {
        for (int i = 0; i < records.size(); i += source.batchSize()) {
            List<JsonNode> some = records.subList(i, Math.min(records.size(), i + source.batchSize()));
            batch.process(some, position.streamArn());
        }
    }

    private final class Effects implements StreamBatch.Effects {

        @Override
        public void done(String sequenceNumber) throws IOException {
            checkpoints.write(position.consumer(), position.shard(), sequenceNumber);
        }

        @Override
        public void park(List<JsonNode> records, Outcome outcome, int attempts)
                throws IOException, InterruptedException {
            log.accept(
                    position.consumer() + ": gave up " + records.size() + " records after " + attempts + " attempts");
            failures.send(new StreamFailure(
                            function.function(), position.streamArn(), position.shard(), records, outcome, attempts)
                    .json(Instant.now()));
        }

        @Override
        public void pause(Duration duration) throws InterruptedException {
            Thread.sleep(duration);
        }
    }
}
