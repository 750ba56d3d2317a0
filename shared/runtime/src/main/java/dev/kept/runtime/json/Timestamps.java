package dev.kept.runtime.json;

import dev.kept.domain.error.InvalidRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/// Timestamps as clients send them: ISO-8601 with an offset, or a date, which means its start in UTC.
public final class Timestamps {
    static final String RULE = "must be an ISO-8601 timestamp like 2026-01-31T09:30:00.000Z";
    /// Years that sort as text and that every store can hold.
    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");
    private static final int DATE_LENGTH = "2026-01-31".length();

    private Timestamps() {}

    /// @return to the millisecond
    /// @throws InvalidRequest when it is not a timestamp between the years 1900 and 9999
    public static Instant parse(String field, String text) {
        try {
            Instant at = text.length() == DATE_LENGTH
                    ? LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC)
                    : OffsetDateTime.parse(text).toInstant();
            if (at.isBefore(EARLIEST) || at.isAfter(LATEST)) {
                throw new InvalidRequest(field, RULE);
            }
            return at.truncatedTo(ChronoUnit.MILLIS);
        } catch (DateTimeException e) {
            throw new InvalidRequest(field, RULE);
        }
    }
}
