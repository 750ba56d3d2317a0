package dev.kept.domain.text;

import dev.kept.domain.error.InvalidRequest;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// Size limits of what a client may store, all in UTF-16 characters unless said otherwise.
public final class Limits {
    public static final int TURN_CHARACTERS = 100_000;
    public static final int MEMORY_CHARACTERS = 16_000;
    public static final int DOCUMENT_CHARACTERS = 500_000;
    public static final int DOCUMENT_CHUNKS = 1_000;
    public static final int URI_CHARACTERS = 2_048;
    public static final int QUERY_CHARACTERS = 10_000;
    public static final int TITLE_CHARACTERS = 500;
    public static final int LABEL_CHARACTERS = 128;
    public static final int LABELS = 50;
    public static final int METADATA_ENTRIES = 50;
    public static final int METADATA_CHARACTERS = 8_000;
    public static final int BODY_BYTES = 1024 * 1024;

    private Limits() {}

    public static String content(String field, String text, int max) {
        if (text.isBlank()) {
            throw new InvalidRequest(field, "must not be blank");
        }
        return atMost(field, text, max);
    }

    public static String atMost(String field, String text, int max) {
        if (text.length() > max) {
            throw new InvalidRequest(field, "must be at most " + max + " characters");
        }
        return text;
    }

    public static void labels(String field, Collection<String> labels) {
        if (labels.size() > LABELS) {
            throw new InvalidRequest(field, "must be at most " + LABELS + " entries");
        }
        labels.forEach(label -> content(field, label, LABEL_CHARACTERS));
    }

    /// @return a copy in the same order; JSON has null values, which `Map.copyOf` refuses
    public static Map<String, Object> metadata(Map<String, Object> metadata) {
        if (metadata.size() > METADATA_ENTRIES || metadata.toString().length() > METADATA_CHARACTERS) {
            throw new InvalidRequest(
                    "metadata",
                    "must be at most " + METADATA_ENTRIES + " entries and " + METADATA_CHARACTERS + " characters");
        }
        return Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
    }
}
