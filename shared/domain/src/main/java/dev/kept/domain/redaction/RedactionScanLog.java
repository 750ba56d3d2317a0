package dev.kept.domain.redaction;

import java.util.Optional;

/// The latest scan; there is at most one at a time. Strongly consistent.
public interface RedactionScanLog {
    Optional<RedactionScan> latest();

    /// @param scan with the version that was read, or 0 when there is none
    /// @return with the next version
    /// @throws dev.kept.domain.error.Conflict when it was saved since by another
    RedactionScan save(RedactionScan scan);
}
