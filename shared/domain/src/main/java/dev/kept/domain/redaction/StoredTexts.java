package dev.kept.domain.redaction;

import java.util.Optional;
import java.util.function.UnaryOperator;

/// Every text that is stored for every owner: turns, sessions, memories with their earlier versions, documents with
/// their chunks, contexts. Identifiers, times and numbers are no text.
///
/// A text that is rewritten stays under its id; the index follows as it follows any write, and no history keeps what
/// was replaced. Who changes the same record at the same time wins; what was not rewritten because of that is counted
/// as missed.
public interface StoredTexts {
    /// Rewrites the texts of one page of records.
    ///
    /// @param cursor of the page before; empty begins
    /// @param rewrite gives the same text for what need not change
    /// @throws dev.kept.domain.error.DependencyUnavailable when the store is down; repeat the cursor
    Sweep rewrite(Optional<String> cursor, int limit, UnaryOperator<String> rewrite);

    /// @param next the cursor to go on with; empty at the end
    record Sweep(int read, int rewritten, int missed, Optional<String> next) {}
}
