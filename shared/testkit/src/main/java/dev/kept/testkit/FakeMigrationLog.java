package dev.kept.testkit;

import dev.kept.domain.error.Conflict;
import dev.kept.domain.migration.MigrationLog;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A migration log in memory.
public final class FakeMigrationLog implements MigrationLog {
    private final Map<Integer, Applied> entries = new TreeMap<>();

    @Override
    public synchronized List<Applied> applied() {
        return List.copyOf(entries.values());
    }

    @Override
    public synchronized void record(Applied applied) {
        if (entries.putIfAbsent(applied.version(), applied) != null) {
            throw Conflict.exists("migration", Integer.toString(applied.version()));
        }
    }

    @Override
    public synchronized void remove(int version) {
        entries.remove(version);
    }
}
