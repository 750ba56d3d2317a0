package dev.kept.application.extraction;

import dev.kept.domain.error.Conflict;
import dev.kept.domain.extraction.ExtractionLedger.Outcome;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/// Works a session off, commit by commit. Whoever is overtaken by another reader of the same session reads again.
final class Commits {
    private static final int OVERTAKEN_MAX = 10;

    private Commits() {}

    /// Returns when there is no next one, or the session is gone.
    ///
    /// @param next read from the stores as they are now
    /// @param whenOvertaken what to say when others were faster again and again
    /// @throws Conflict when they were
    static <T> void all(Supplier<Optional<T>> next, Function<T, Outcome> commit, String whenOvertaken) {
        int overtaken = 0;
        Optional<T> one = next.get();
        while (one.isPresent()) {
            Outcome outcome = commit.apply(one.get());
            if (outcome == Outcome.SESSION_GONE) {
                return;
            }
            overtaken = outcome == Outcome.OVERTAKEN ? overtaken + 1 : 0;
            if (overtaken > OVERTAKEN_MAX) {
                throw Conflict.because(whenOvertaken);
            }
            one = next.get();
        }
    }
}
