package dev.kept.application.migration;

import dev.kept.domain.error.Conflict;
import dev.kept.domain.error.InvalidRequest;
import dev.kept.domain.migration.MigrationLog;
import dev.kept.domain.migration.MigrationLog.Applied;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Brings a stack to the newest version, or back to an earlier one.
public final class Migrate {
    private final List<Migration> migrations;
    private final MigrationLog log;
    private final Clock clock;

    public Migrate(List<Migration> migrations, MigrationLog log, Clock clock) {
        this.migrations = migrations.stream()
                .sorted(Comparator.comparingInt(Migration::version))
                .toList();
        this.log = log;
        this.clock = clock;
    }

    /// Applies what has not been applied, in order.
    ///
    /// @return the versions applied now
    public List<Integer> toNewest() {
        List<Integer> done = applied();
        List<Integer> now = new ArrayList<>();
        for (Migration migration : migrations) {
            if (!done.contains(migration.version())) {
                migration.apply();
                record(migration);
                now.add(migration.version());
            }
        }
        return now;
    }

    /// Undoes everything after `version`, newest first.
    ///
    /// @param version 0 undoes all
    /// @return the versions undone
    public List<Integer> backTo(int version) {
        if (version < 0 || version > migrations.size()) {
            throw new InvalidRequest("version", "must be between 0 and " + migrations.size());
        }
        List<Integer> done = applied();
        List<Integer> undone = new ArrayList<>();
        for (Migration migration : migrations.reversed()) {
            if (migration.version() > version && done.contains(migration.version())) {
                migration.rollBack();
                log.remove(migration.version());
                undone.add(migration.version());
            }
        }
        return undone;
    }

    public List<Applied> status() {
        return log.applied();
    }

    private List<Integer> applied() {
        return log.applied().stream().map(Applied::version).toList();
    }

    private void record(Migration migration) {
        try {
            log.record(new Applied(migration.version(), migration.name(), clock.instant()));
        } catch (Conflict _) {
            // Another process applied the same migration at the same time; both did the same.
        }
    }
}
