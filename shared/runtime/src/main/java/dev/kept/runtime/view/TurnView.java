package dev.kept.runtime.view;

import dev.kept.domain.id.ProjectId;
import dev.kept.domain.session.Role;
import dev.kept.domain.session.Turn;
import dev.kept.domain.session.Utterance;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// A turn in a reply.
///
/// @param id the client's own id
public record TurnView(
        String turnId,
        Optional<String> id,
        String sessionId,
        Optional<String> projectId,
        Role role,
        Optional<String> speaker,
        String content,
        Instant occurredAt,
        Instant receivedAt,
        boolean extract,
        Map<String, Object> metadata) {
    public static TurnView of(Turn turn) {
        Utterance said = turn.utterance();
        return new TurnView(
                turn.id().value(),
                said.clientId(),
                turn.sessionId().value(),
                turn.projectId().map(ProjectId::value),
                said.role(),
                said.speaker(),
                said.content(),
                said.occurredAt(),
                turn.receivedAt(),
                said.extract(),
                said.metadata());
    }
}
