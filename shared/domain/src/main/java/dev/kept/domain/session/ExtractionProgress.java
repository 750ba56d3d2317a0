package dev.kept.domain.session;

import dev.kept.domain.id.TurnId;
import java.util.Optional;

/// How far extraction has read a session.
///
/// @param cursor the last turn that was extracted; empty before the first
/// @param failure why extraction stopped behind the cursor; empty while it goes on
/// @param rereading when the session is being read again
public record ExtractionProgress(Optional<TurnId> cursor, Optional<String> failure, Optional<Rereading> rereading) {
    public static final ExtractionProgress NONE = new ExtractionProgress(Optional.empty(), Optional.empty());

    public ExtractionProgress(Optional<TurnId> cursor, Optional<String> failure) {
        this(cursor, failure, Optional.empty());
    }

    public boolean reached(TurnId turn) {
        return cursor.isPresent() && cursor.get().compareTo(turn) >= 0;
    }
}
