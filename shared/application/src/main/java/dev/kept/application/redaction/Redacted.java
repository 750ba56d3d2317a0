package dev.kept.application.redaction;

import java.util.Map;
import java.util.TreeMap;

/// A text without its secrets.
///
/// @param text with a placeholder such as `[redacted:aws-access-key]` in each secret's place
/// @param counts kind of secret to how many were replaced
public record Redacted(String text, Map<String, Integer> counts) {
    public Redacted {
        counts = Map.copyOf(new TreeMap<>(counts));
    }

    public int total() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }
}
