package dev.kept.domain.redaction;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// How far going through the stored texts is.
///
/// @param patterns the version of the patterns that it looks with
/// @param cursor where to go on; empty at the start and at the end
/// @param found kind of secret to how many were replaced
/// @param finishedAt empty while it goes on
/// @param version for the store, 0 before it was stored
public record RedactionScan(
        String patterns,
        Optional<String> cursor,
        long read,
        long rewritten,
        long missed,
        Map<String, Long> found,
        Instant startedAt,
        Optional<Instant> finishedAt,
        long version) {
    public RedactionScan {
        found = Map.copyOf(found);
    }

    public static RedactionScan begun(String patterns, Instant now, long version) {
        return new RedactionScan(patterns, Optional.empty(), 0, 0, 0, Map.of(), now, Optional.empty(), version);
    }

    public boolean isFinished() {
        return finishedAt.isPresent();
    }

    /// After one more page.
    public RedactionScan after(StoredTexts.Sweep sweep, Map<String, Long> more, Instant now) {
        Map<String, Long> all = new TreeMap<>(found);
        more.forEach((kind, count) -> all.merge(kind, count, Long::sum));
        return new RedactionScan(
                patterns,
                sweep.next(),
                read + sweep.read(),
                rewritten + sweep.rewritten(),
                missed + sweep.missed(),
                all,
                startedAt,
                sweep.next().isPresent() ? Optional.empty() : Optional.of(now),
                version);
    }

    public RedactionScan withVersion(long next) {
        return new RedactionScan(patterns, cursor, read, rewritten, missed, found, startedAt, finishedAt, next);
    }
}
