package dev.kept.domain.extraction;

import dev.kept.domain.id.TurnId;
import java.time.Instant;
import java.util.Optional;

/// One step of the cursor through a session, kept for as long as its session.
///
/// @param from where the cursor stood; empty at the start of the session
/// @param to where it stands after
/// @param method how the turns were read
public record ExtractionRun(
        Optional<TurnId> from,
        TurnId to,
        ExtractionCounts counts,
        ExtractionMethod method,
        Instant startedAt,
        Instant finishedAt) {}
