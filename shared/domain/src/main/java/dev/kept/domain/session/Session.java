package dev.kept.domain.session;

import dev.kept.domain.id.Owner;
import dev.kept.domain.id.ProjectId;
import dev.kept.domain.id.SessionId;
import dev.kept.domain.id.TurnId;
import dev.kept.domain.text.Limits;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/// One sitting of a user with an assistant.
///
/// @param version counts the changes of the record, from 1
public record Session(
        Owner owner, SessionId id, Details details, Activity activity, ExtractionProgress extraction, long version) {

    /// What a client says about the session and may change.
    public record Details(
            Optional<ProjectId> projectId,
            Optional<String> title,
            Optional<SessionId> parentSessionId,
            SortedSet<String> tags,
            Map<String, Object> metadata) {
        public Details {
            title.ifPresent(text -> Limits.atMost("title", text, Limits.TITLE_CHARACTERS));
            Limits.labels("tags", tags);
            tags = new TreeSet<>(tags);
            metadata = Limits.metadata(metadata);
        }

        /// The same with its texts, tags and data put through these.
        public Details redacted(
                UnaryOperator<Optional<String>> texts,
                UnaryOperator<SortedSet<String>> labels,
                UnaryOperator<Map<String, Object>> json) {
            return new Details(
                    projectId, texts.apply(title), parentSessionId, labels.apply(tags), json.apply(metadata));
        }
    }

    /// What happened in the session.
    ///
    /// @param turnCount how many turns it has
    /// @param lastTurnId its newest turn; empty while it has none
    public record Activity(
            SessionStatus status,
            Instant startedAt,
            Instant lastActivityAt,
            Optional<Instant> endedAt,
            Optional<String> endReason,
            Optional<String> summary,
            long turnCount,
            Optional<TurnId> lastTurnId,
            Instant createdAt,
            Instant updatedAt) {
        private Activity updated(Instant now) {
            return new Activity(
                    status,
                    startedAt,
                    lastActivityAt,
                    endedAt,
                    endReason,
                    summary,
                    turnCount,
                    lastTurnId,
                    createdAt,
                    now);
        }
    }

    /// A session that starts now.
    public static Session started(Owner owner, SessionId id, Details details, Instant startedAt, Instant now) {
        Activity activity = new Activity(
                SessionStatus.ACTIVE,
                startedAt,
                now,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                0,
                Optional.empty(),
                now,
                now);
        return new Session(owner, id, details, activity, ExtractionProgress.NONE, 1);
    }

    public boolean isActive() {
        return activity.status() == SessionStatus.ACTIVE;
    }

    /// Whether every accepted turn was extracted.
    public boolean isExtracted() {
        return activity.lastTurnId().equals(extraction.cursor())
                || activity.lastTurnId().isEmpty();
    }

    /// The same session with other details; the store counts the version.
    public Session withDetails(Details changed, Instant now) {
        return new Session(owner, id, changed, activity.updated(now), extraction, version);
    }

    /// The same session at its end.
    public Session ended(Optional<String> reason, Optional<String> summary, Instant now) {
        Activity ended = new Activity(
                SessionStatus.ENDED,
                activity.startedAt,
                activity.lastActivityAt,
                activity.endedAt.or(() -> Optional.of(now)),
                reason.or(activity::endReason),
                summary.or(activity::summary),
                activity.turnCount,
                activity.lastTurnId,
                activity.createdAt,
                now);
        return new Session(owner, id, details, ended, extraction, version);
    }
}
