package dev.kept.application.extraction.consolidation;

import dev.kept.application.extraction.dates.Dating;
import dev.kept.domain.id.Owner;
import dev.kept.domain.memory.StatementSketch;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/// Makes sketches of statements: b-bit MinHash over the words that carry meaning (Broder 1997; Li and König 2010).
///
/// It is of its own, apart from how statements are compared otherwise: sketches are stored, and whoever changes how a
/// word is cut here makes everything that was forgotten come back. A change needs another {@link #VERSION}, and the
/// one before as well for as long as sketches of it are stored.
///
/// 128 places of 8 bits: the likeness of two texts is told to within .04, and a place fits every 256th word of a
/// dictionary, so no word can be told by it. The seed holds the owner, so that nobody can tell from two owners'
/// sketches that they forgot the same.
public final class StatementSketches {
    private static final int VERSION = 1;
    private static final int PLACES = 128;
    private static final Set<String> SAYS_NOTHING = Set.of(
            "a", "an", "the", "and", "or", "but", "of", "to", "in", "on", "at", "by", "for", "with", "from", "as", "is",
            "are", "was", "were", "be", "been", "am", "it", "its", "this", "that", "these", "those", "there", "i", "we",
            "you", "he", "she", "they", "me", "us", "our", "my", "your", "his", "her", "their", "them", "user", "do",
            "does", "did", "have", "has", "had", "ve", "re", "ll", "m", "s", "d", "t", "so", "then", "too", "also",
            "just", "now", "please", "will", "would", "can", "could", "should", "must", "not", "no", "never", "cannot",
            "don", "doesn", "didn", "isn", "aren", "wasn", "won", "can't", "use", "using", "used", "uses");
    private static final Set<String> DENIES =
            Set.of("not", "no", "never", "cannot", "don", "doesn", "didn", "isn", "aren", "wasn", "won", "without");
    private static final int DENIAL = 0x80;

    private StatementSketches() {}

    /// The sketch of what an owner's memory states; without the dates that were added.
    public static StatementSketch of(Owner owner, String statement) {
        Set<String> words = new TreeSet<>();
        Set<String> numbers = new TreeSet<>();
        boolean denies = false;
        for (String word : words(Dating.undated(statement))) {
            denies |= DENIES.contains(word);
            if (word.chars().anyMatch(Character::isDigit)) {
                numbers.add(word);
            }
            if (!SAYS_NOTHING.contains(word)) {
                words.add(stem(word));
            }
        }
        long seed = hash(owner.key(), 0);
        return new StatementSketch(VERSION, minima(words, seed), marks(numbers, denies, seed));
    }

    private static String[] words(String statement) {
        String plain = Normalizer.normalize(statement, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return Arrays.stream(plain.split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .toArray(String[]::new);
    }

    private static String stem(String word) {
        for (String ending : new String[] {"ing", "ed", "es", "s"}) {
            if (word.length() > ending.length() + 3 && word.endsWith(ending) && !word.endsWith("ss")) {
                return word.substring(0, word.length() - ending.length());
            }
        }
        return word;
    }

    private static String minima(Set<String> words, long seed) {
        byte[] minima = new byte[PLACES];
        long[] hashes = words.stream().mapToLong(word -> hash(word, seed)).toArray();
        for (int place = 0; place < PLACES; place++) {
            long least = Long.MAX_VALUE;
            for (long hash : hashes) {
                least = Math.min(least, mix(hash ^ mix(place + 1L)));
            }
            minima[place] = (byte) least;
        }
        return HexFormat.of().formatHex(minima);
    }

    /// Statements that differ in a number, or in whether they deny, are different statements however alike they are.
    private static int marks(Set<String> numbers, boolean denies, long seed) {
        int folded = numbers.isEmpty() ? 0 : (int) (hash(String.join(" ", numbers), seed) & (DENIAL - 1));
        return denies ? folded | DENIAL : folded;
    }

    /// FNV-1a, mixed.
    private static long hash(String text, long seed) {
        long hash = 0xcbf29ce484222325L ^ seed;
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (b & 0xff)) * 0x100000001b3L;
        }
        return mix(hash);
    }

    /// The finalizer of SplitMix64.
    private static long mix(long value) {
        long z = value + 0x9e3779b97f4a7c15L;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
