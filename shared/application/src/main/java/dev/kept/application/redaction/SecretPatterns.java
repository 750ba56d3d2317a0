package dev.kept.application.redaction;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The bundled patterns, in the order in which they are tried. They are a table, not YAML as other rules, because every
/// function that takes text in reads them at its cold start.
final class SecretPatterns {
    private static final String FILE = "secret-patterns.tsv";
    private static final String NONE = "-";
    private static final int FIELDS = 6;

    private static final List<SecretPattern> BUNDLED = read();

    private SecretPatterns() {}

    static List<SecretPattern> bundled() {
        return BUNDLED;
    }

    private static List<SecretPattern> read() {
        try (InputStream stream = SecretPatterns.class.getResourceAsStream(FILE)) {
            if (stream == null) {
                throw new IllegalStateException(FILE + " is not on the class path");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(SecretPatterns::pattern)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(FILE, e);
        }
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
