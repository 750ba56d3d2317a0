package dev.kept.application.context;

import dev.kept.domain.search.SearchRecord;
import java.time.Instant;
import java.time.ZoneOffset;

/// What a candidate says.
sealed interface Subject {
    /// Names it within its context.
    String id();

    Instant at();

    /// When, as a day in UTC.
    default String day() {
        return day(at());
    }

    static String day(Instant at) {
        return at.atOffset(ZoneOffset.UTC).toLocalDate().toString();
    }

    /// What it says, whole.
    String content();

    /// A memory, a turn or a document.
    record Recalled(SearchRecord item) implements Subject {
        @Override
        public String id() {
            return item.id();
        }

        @Override
        public Instant at() {
            return item.occurredAt();
        }

        @Override
        public String content() {
            return item.content();
        }
    }

    /// What is known of a session as a whole.
    record Note(String id, Instant at, String content) implements Subject {}
}
