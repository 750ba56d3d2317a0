package dev.kept.benchmarks.load;

import java.util.Locale;
import java.util.OptionalInt;

/// Which request; the order is that of a session.
enum Kind {
    SESSION_START,
    TURNS,
    SEARCH,
    CONTEXT,
    SESSION_END;

    static Kind of(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// What 99 of 100 answers take at most, in milliseconds, where that is promised. A session starts with a context.
    OptionalInt promisedMillis() {
        return switch (this) {
            case SEARCH -> OptionalInt.of(50);
            case CONTEXT, SESSION_START -> OptionalInt.of(100);
            case TURNS, SESSION_END -> OptionalInt.empty();
        };
    }
}
