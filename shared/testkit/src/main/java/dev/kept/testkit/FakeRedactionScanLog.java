package dev.kept.testkit;

import dev.kept.domain.error.Conflict;
import dev.kept.domain.redaction.RedactionScan;
import dev.kept.domain.redaction.RedactionScanLog;
import java.util.Optional;

/// The latest scan, in memory.
public final class FakeRedactionScanLog implements RedactionScanLog {
    private final OneRecord<RedactionScan> scan = new OneRecord<>(RedactionScan::version, RedactionScan::withVersion);

    @Override
    public Optional<RedactionScan> latest() {
        return scan.get();
    }

    @Override
    public RedactionScan save(RedactionScan changed) {
        return scan.save(changed, Conflict.versionRace("scan of stored texts", changed.patterns()));
    }
}
