package dev.kept.application.extraction.names;

import dev.kept.application.bundled.BundledText;
import java.util.Locale;
import java.util.Set;

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
        private static final Set<String> WORDS =
                Set.copyOf(BundledText.read(EnglishWords.class, FILE).lines());

        private Listed() {}
    }
}
