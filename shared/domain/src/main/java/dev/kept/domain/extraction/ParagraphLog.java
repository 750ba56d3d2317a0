package dev.kept.domain.extraction;

import dev.kept.domain.id.Owner;
import dev.kept.domain.session.SessionRef;
import java.time.Duration;
import java.util.Set;

/// Remembers the first two sessions of an owner that held a paragraph. Whatever held it after them repeats what is
/// pasted again and again.
///
/// A paragraph that no session held for {@link #REMEMBERED} is forgotten. It keeps no text.
public interface ParagraphLog {
    Duration REMEMBERED = Duration.ofDays(30);

    /// Notes that a session holds these paragraphs. Safe to repeat: the same session is told the same again, however
    /// many came after it. Of two sessions that hold a paragraph for the first time at the same moment, one may go
    /// unnoticed.
    ///
    /// @return those that two other sessions of the owner held before
    Set<ParagraphHash> repeated(SessionRef session, Set<ParagraphHash> paragraphs);

    /// Forgets all of an owner, for an erasure; safe to repeat.
    ///
    /// @return how many there were
    int erase(Owner owner);
}
