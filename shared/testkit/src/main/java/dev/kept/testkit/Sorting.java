package dev.kept.testkit;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/// Text that sorts by time and then by id.
final class Sorting {
    private static final DateTimeFormatter MILLIS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private Sorting() {}

    static String at(Instant time, Object id) {
        return MILLIS.format(time) + "#" + id;
    }
}
