package dev.kept.application.redaction;

import dev.kept.application.bundled.BundledText;
import java.util.List;

/// The bundled patterns, in the order in which they are tried. They are a table, not YAML as other rules, because every
/// function that takes text in reads them at its cold start.
final class SecretPatterns {
    private static final String FILE = "secret-patterns.tsv";
    private static final String NONE = "-";
    private static final int FIELDS = 6;

    private static final List<SecretPattern> BUNDLED = BundledText.read(SecretPatterns.class, FILE).lines().stream()
            .map(SecretPatterns::pattern)
            .toList();

    private SecretPatterns() {}

    static List<SecretPattern> bundled() {
        return BUNDLED;
    }

    /// Kind, policy, validator, digits, hints and pattern.
    private static SecretPattern pattern(String line) {
        String[] fields = line.split("\t", -1);
        if (fields.length != FIELDS) {
            throw new IllegalStateException(FILE + " has no six fields in " + line);
        }
        return new SecretPattern(
                fields[0],
                new Expression(fields[5]),
                fields[4].equals(NONE) ? List.of() : List.of(fields[4].split(",")),
                fields[3].equals(NONE) ? 0 : Integer.parseInt(fields[3]),
                Validator.named(fields[2]),
                fields[1].equals("personal"));
    }
}
