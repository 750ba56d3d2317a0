package dev.kept.application.extraction.names;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/// The words of English with their inflected forms, from SCOWL. What is not among them is likely a name.
final class EnglishWords {
    private static final String FILE = "english-words.txt";
    private static final int SHORTEST = 3;

    private EnglishWords() {}

    /// Words of one or two letters are all known.
    static boolean contain(String word) {
        return word.length() < SHORTEST || Listed.WORDS.contains(word.toLowerCase(Locale.ROOT));
    }

    /// Read at its first use.
    private static final class Listed {
        private static final Set<String> WORDS = read();

        private Listed() {}

        private static Set<String> read() {
            try (InputStream stream = Objects.requireNonNull(EnglishWords.class.getResourceAsStream(FILE), FILE)) {
                return new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))
                        .lines()
                        .filter(line -> !line.startsWith("#"))
                        .collect(Collectors.toUnmodifiableSet());
            } catch (IOException e) {
                throw new UncheckedIOException(FILE, e);
            }
        }
    }
}
