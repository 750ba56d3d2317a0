package dev.kept.application.extraction.dates;

import java.util.Optional;

/// One way to tell a date by words.
interface DatePhrase {
    /// @param words how many it takes
    record Found(int words, DateSpan span) {}

    /// The one that begins with a word; empty when none does, or when it is not clear which day is meant: no date is
    /// better than a wrong one.
    Optional<Found> at(TimedWords said, int i);
}
