package dev.kept.application.extraction.trial;

import dev.kept.domain.id.SessionId;
import dev.kept.domain.session.Turn;
import java.util.List;
import java.util.Optional;

/// On what rules are tried.
public sealed interface Samples {
    /// Turns that come with the request, as one conversation.
    record Given(List<Turn> turns) implements Samples {
        public Given {
            turns = List.copyOf(turns);
        }
    }

    /// The newest turns that the user has, in a session or wherever the rules apply.
    record Newest(Optional<SessionId> session, int turns) implements Samples {}
}
