package dev.kept.functions.submissions;

import dev.kept.domain.error.InvalidRequest;
import dev.kept.domain.id.ProjectId;
import dev.kept.domain.id.SessionId;
import dev.kept.domain.session.Session;
import dev.kept.domain.session.Utterance;
import dev.kept.runtime.body.TurnBody;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/// Turns of a session that another system follows; the session is started when it is new.
record SubmittedTurns(
        String sessionId,
        Optional<String> projectId,
        Optional<String> title,
        Optional<Instant> startedAt,
        List<TurnBody> turns) {
    SubmittedTurns {
        new SessionId(sessionId);
        projectId.ifPresent(ProjectId::new);
        if (turns.isEmpty()) {
            throw new InvalidRequest("turns", "must not be empty");
        }
    }

    SessionId session() {
        return new SessionId(sessionId);
    }

    Session.Details details() {
        return new Session.Details(projectId.map(ProjectId::new), title, Optional.empty(), new TreeSet<>(), Map.of());
    }

    /// Turns without an id of their own get one from the message.
    List<Utterance> utterances(String messageId, Instant sentAt) {
        List<Utterance> utterances = new ArrayList<>();
        for (TurnBody turn : turns) {
            Utterance utterance = turn.utterance(sentAt);
            String id = "message:" + messageId + ":" + utterances.size();
            utterances.add(utterance.clientId().isPresent() ? utterance : utterance.withClientId(id));
        }
        return utterances;
    }
}
