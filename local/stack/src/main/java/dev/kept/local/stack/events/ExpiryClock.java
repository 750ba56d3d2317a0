package dev.kept.local.stack.events;

import dev.kept.local.stack.aws.AwsException;
import dev.kept.local.stack.aws.Tables;
import dev.kept.local.template.TableModel;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/// Deletes what has expired, at the start and then every hour, and not again each time that events were held. AWS takes
/// up to some days for it, so nobody may rely on
/// an expired item being gone.
final class ExpiryClock implements Runnable {
    private static final Duration EVERY = Duration.ofHours(1);

    private final List<TableModel> all;
    private final Tables tables;
    private final Consumer<String> log;
    private volatile Instant due = Instant.EPOCH;

    ExpiryClock(List<TableModel> all, Tables tables, Consumer<String> log) {
        this.all = all;
        this.tables = tables;
        this.log = log;
    }

    @Override
    public void run() {
        try {
            while (true) {
                Duration left = Duration.between(Instant.now(), due);
                Thread.sleep(left.isNegative() ? Duration.ZERO : left);
                delete();
                due = Instant.now().plus(EVERY);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void delete() throws InterruptedException {
        try {
            tables.deleteExpired(all, Instant.now());
        } catch (IOException | AwsException e) {
            log.accept("expired items stay for another hour: " + e.getMessage());
        }
    }
}
