package dev.kept.domain.id;

import dev.kept.domain.error.InvalidRequest;
import java.util.regex.Pattern;

/// What an identifier may look like. `#` separates the parts of a table key, so no identifier may hold one: otherwise
/// an id chosen by one client could be read as the key of something else.
final class Identifiers {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._@:-]{1,128}");
    private static final Pattern LABEL = Pattern.compile("[^\\p{Cntrl}#]{1,256}");

    private Identifiers() {}

    static void check(String field, String value) {
        if (!ID.matcher(value).matches()) {
            throw new InvalidRequest(field, "must be 1 to 128 letters, digits or any of . _ @ : -");
        }
    }

    static void checkLabel(String field, String value) {
        if (!LABEL.matcher(value).matches() || value.isBlank()) {
            throw new InvalidRequest(field, "must be 1 to 256 characters without # and control characters");
        }
    }
}
