package dev.kept.application.session;

import dev.kept.domain.id.SessionId;
import dev.kept.domain.id.TurnId;
import java.util.List;
import java.util.Optional;

/// What was going on in a session, for a client that lost it.
///
/// @param text fenced, at most `maxTokens` long
/// @param goal what the session set out to do; empty when nobody said
/// @param openItems what is not done yet, the most recent first
/// @param lastTurnIds the turns at the end of the text, oldest first
public record RecoveredSession(
        SessionId sessionId,
        String text,
        int tokens,
        int maxTokens,
        Optional<String> goal,
        List<String> openItems,
        Optional<String> summary,
        List<TurnId> lastTurnIds) {
    public RecoveredSession {
        openItems = List.copyOf(openItems);
        lastTurnIds = List.copyOf(lastTurnIds);
    }
}
