package dev.kept.testkit;

import dev.kept.domain.error.Conflict;
import dev.kept.domain.redaction.RedactionScan;
import dev.kept.domain.redaction.RedactionScanLog;
import java.util.Optional;

/// The latest scan, in memory.
public final class FakeRedactionScanLog implements RedactionScanLog {
    private Optional<RedactionScan> latest = Optional.empty();

    @Override
    public synchronized Optional<RedactionScan> latest() {
        return latest;
    }

    @Override
    public synchronized RedactionScan save(RedactionScan scan) {
        if (scan.version() != latest.map(RedactionScan::version).orElse(0L)) {
            throw Conflict.versionRace("scan of stored texts", scan.patterns());
        }
        RedactionScan stored = scan.withVersion(scan.version() + 1);
        latest = Optional.of(stored);
        return stored;
    }
}
