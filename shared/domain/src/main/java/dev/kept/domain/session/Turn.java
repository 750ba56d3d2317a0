package dev.kept.domain.session;

import dev.kept.domain.id.Owner;
import dev.kept.domain.id.ProjectId;
import dev.kept.domain.id.SessionId;
import dev.kept.domain.id.TurnId;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/// One utterance in a session, as it was accepted: immutable evidence, redacted before it was stored.
///
/// @param position its place in the session, from 0; empty when it stands in none, or was stored before places were
/// kept
/// @param receivedAt when it was accepted
public record Turn(
        Owner owner,
        SessionId sessionId,
        Optional<ProjectId> projectId,
        TurnId id,
        OptionalInt position,
        Utterance utterance,
        Instant receivedAt) {
    /// An utterance that is read as a turn without standing in a session.
    public Turn(
            Owner owner,
            SessionId sessionId,
            Optional<ProjectId> projectId,
            TurnId id,
            Utterance utterance,
            Instant receivedAt) {
        this(owner, sessionId, projectId, id, OptionalInt.empty(), utterance, receivedAt);
    }

    /// The same, kept as evidence only.
    public Turn notToBeExtracted() {
        return new Turn(owner, sessionId, projectId, id, position, utterance.notToBeExtracted(), receivedAt);
    }
}
