package dev.kept.local.stack.events;

import dev.kept.local.stack.aws.AwsException;
import dev.kept.local.stack.aws.Tables;
import dev.kept.local.template.TableModel;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/// Deletes what has expired, at the start and then every hour. AWS takes up to some days for it, so nobody may rely on
/// an expired item being gone.
final class ExpiryClock implements Runnable {
    private static final Duration EVERY = Duration.ofHours(1);

    private final List<TableModel> all;
    private final Tables tables;
    private final Consumer<String> log;

    ExpiryClock(List<TableModel> all, Tables tables, Consumer<String> log) {
        this.all = all;
        this.tables = tables;
        this.log = log;
    }

    @Override
    public void run() {
        try {
            while (true) {
                delete();
                Thread.sleep(EVERY);
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
