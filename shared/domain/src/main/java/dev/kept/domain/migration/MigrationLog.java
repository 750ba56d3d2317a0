package dev.kept.domain.migration;

import java.time.Instant;
import java.util.List;

/// Which migrations have been applied.
public interface MigrationLog {
    /// In order of version.
    List<Applied> applied();

    /// @throws dev.kept.domain.error.Conflict when another process recorded the version first
    void record(Applied applied);

    void remove(int version);

    record Applied(int version, String name, Instant appliedAt) {}
}
