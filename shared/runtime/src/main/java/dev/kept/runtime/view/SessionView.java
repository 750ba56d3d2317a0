package dev.kept.runtime.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.kept.domain.id.Owner;
import dev.kept.domain.id.ProjectId;
import dev.kept.domain.id.SessionId;
import dev.kept.domain.id.TurnId;
import dev.kept.domain.session.Session;
import dev.kept.domain.session.SessionStatus;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;

/// A session in a reply.
public record SessionView(
        String sessionId,
        String userId,
        Optional<String> projectId,
        Optional<String> title,
        Optional<String> parentSessionId,
        SortedSet<String> tags,
        Map<String, Object> metadata,
        SessionStatus status,
        Instant startedAt,
        Optional<Instant> endedAt,
        Optional<String> endReason,
        Optional<String> summary,
        Instant lastActivityAt,
        long turnCount,
        Optional<String> lastTurnId,
        ExtractionView extraction,
        Instant createdAt,
        Instant updatedAt,
        long version) {
    /// @param cursor the last turn that was extracted
    public record ExtractionView(Optional<String> cursor, Optional<String> failure) {}

    /// A session as its start answers.
    ///
    /// @param suggestedParent a likely earlier session, when none was named
    /// @param context when one was asked for
    public record Started(
            @JsonUnwrapped SessionView session,
            Optional<Suggestion> suggestedParent,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<ContextView> context) {}

    /// The session as its end answers.
    public record Ended(@JsonUnwrapped SessionView session, String operationId) {}

    /// @param score 0 to 1
    public record Suggestion(@JsonUnwrapped SessionView session, double score, String reason) {}

    public static SessionView of(Session session) {
        Session.Details details = session.details();
        Session.Activity activity = session.activity();
        return new SessionView(
                session.id().value(),
                userId(session.owner()),
                details.projectId().map(ProjectId::value),
                details.title(),
                details.parentSessionId().map(SessionId::value),
                details.tags(),
                details.metadata(),
                activity.status(),
                activity.startedAt(),
                activity.endedAt(),
                activity.endReason(),
                activity.summary(),
                activity.lastActivityAt(),
                activity.turnCount(),
                activity.lastTurnId().map(TurnId::value),
                new ExtractionView(
                        session.extraction().cursor().map(TurnId::value),
                        session.extraction().failure()),
                activity.createdAt(),
                activity.updatedAt(),
                session.version());
    }

    private static String userId(Owner owner) {
        return owner.id();
    }
}
