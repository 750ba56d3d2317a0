package dev.kept.domain.session;

import dev.kept.domain.id.Owner;
import dev.kept.domain.id.ProjectId;
import dev.kept.domain.id.SessionId;
import dev.kept.domain.id.TurnId;
import java.time.Instant;
import java.util.Optional;

/// One utterance in a session, as it was accepted: immutable evidence, redacted before it was stored.
///
/// @param receivedAt when it was accepted
public record Turn(
        Owner owner,
        SessionId sessionId,
        Optional<ProjectId> projectId,
        TurnId id,
        Utterance utterance,
        Instant receivedAt) {}
