package dev.kept.domain.extraction;

import dev.kept.domain.id.TurnId;
import java.time.Instant;
import java.util.Optional;

/// One step of the cursor through a session, kept for as long as its session.
///
/// @param from where the cursor stood; empty at the start of the session
/// @param to where it stands after
/// @param pipeline version of the pipeline that read the turns
public record ExtractionRun(
        Optional<TurnId> from,
        TurnId to,
        ExtractionCounts counts,
        String pipeline,
        Instant startedAt,
        Instant finishedAt) {}
