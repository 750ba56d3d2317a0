package dev.kept.local.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Sessions of one user in one project, oldest first. The format of the file is in
/// docs/guides/conversation-file.md.
record Conversation(@Required String project, @Required List<Session> sessions) {
    Conversation {
        sessions = List.copyOf(sessions);
    }

    /// @param sessionId given: replaying the session again adds nothing; absent: Kept makes an id at every replay
    /// @param startedAt ISO 8601
    record Session(
            @Nullable String sessionId,
            @Nullable String title,
            @Required String startedAt,
            @Required List<Turn> turns) {
        Session {
            turns = List.copyOf(turns);
        }
    }

    /// A turn in the very form in which it is posted.
    @JsonInclude(Include.NON_NULL)
    record Turn(
            @Nullable String id,
            @Required String role,
            @Nullable String speaker,
            @Required String content,
            @Nullable String occurredAt) {
        Turn saidAt(String time) {
            return occurredAt == null ? new Turn(id, role, speaker, content, time) : this;
        }
    }

    Conversation inProject(String other) {
        return new Conversation(other, sessions);
    }
}
