package dev.kept.application.redaction;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Replaces secrets by typed placeholders.
///
/// The patterns are data (`secret-patterns.yaml`), tried in the order of the file: exact token shapes first, then
/// places where a secret is named ("password: ..."), which would otherwise swallow them under a vaguer kind. They run
/// on RE2, whose time is linear in the text, and only when one of their hint words occurs, because nearly all turns
/// hold no secret at all. A placeholder is never matched again, so redacting twice changes nothing.
public final class Redactor {
    private final List<SecretPattern> patterns;

    Redactor(List<SecretPattern> patterns) {
        this.patterns = List.copyOf(patterns);
    }

    /// Knows the bundled patterns.
    public static Redactor standard() {
        return new Redactor(SecretPatterns.bundled());
    }

    public Redacted redact(String text) {
        Map<String, Integer> counts = new HashMap<>();
        String folded = text.toLowerCase(Locale.ROOT);
        long digits = text.chars().filter(Character::isDigit).count();
        String current = text;
        for (SecretPattern pattern : patterns) {
            if (pattern.isHintedBy(folded, digits)) {
                current = pattern.replaceIn(current, counts);
            }
        }
        return new Redacted(current, counts);
    }
}
