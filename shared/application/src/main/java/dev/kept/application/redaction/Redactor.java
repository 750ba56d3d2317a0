package dev.kept.application.redaction;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Replaces secrets by typed placeholders.
///
/// The patterns are data (`secret-patterns.tsv`), tried in the order of the file: exact token shapes first, then
/// places where a secret is named ("password: ..."), which would otherwise swallow them under a vaguer kind. They run
/// on RE2, whose time is linear in the text, and only when one of their hint words occurs, because nearly all turns
/// hold no secret at all. A placeholder is never matched again, so redacting twice changes nothing.
public final class Redactor {
    private static final int VERSION_CHARACTERS = 16;

    private final List<SecretPattern> patterns;
    private final String version;

    Redactor(List<SecretPattern> patterns) {
        this.patterns = List.copyOf(patterns);
        this.version = version(patterns);
    }

    /// Knows the bundled patterns, and leaves personal identifiers that are no secrets.
    public static Redactor standard() {
        return of(PersonalPolicy.NONE);
    }

    /// As a deployment names the policy, see {@link PersonalPolicy#parse}.
    public static Redactor forPolicy(String personal) {
        return of(PersonalPolicy.parse(personal));
    }

    /// Knows the bundled patterns, and the personal ones that the policy asks for.
    public static Redactor of(PersonalPolicy policy) {
        return new Redactor(
                SecretPatterns.bundled().stream().filter(policy::wants).toList());
    }

    /// Names what this redactor finds: another one, with more patterns or another policy, has another version.
    public String version() {
        return version;
    }

    public Redacted redact(String text) {
        Map<String, Integer> counts = new HashMap<>();
        String folded = text.toLowerCase(Locale.ROOT);
        long digits = text.chars().filter(Character::isDigit).count();
        String current = RecoveryPhrases.replaceIn(text, counts);
        for (SecretPattern pattern : patterns) {
            if (pattern.isHintedBy(folded, digits)) {
                current = pattern.replaceIn(current, counts);
            }
        }
        return new Redacted(current, counts);
    }

    private static String version(List<SecretPattern> patterns) {
        StringBuilder all = new StringBuilder(RecoveryPhrases.VERSION);
        patterns.forEach(pattern -> all.append('\n').append(pattern));
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(all.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, VERSION_CHARACTERS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
