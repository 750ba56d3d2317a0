package dev.kept.application.context;

import java.util.Arrays;
import java.util.stream.IntStream;

/// The words of a text as a set, to tell how much of it another text says already. Words are
/// compared by their first letters, which brings `prefer` and `prefers` together in most languages
/// with spaces and is all that is needed to tell a repetition; hashes in order make the comparison
/// one merge.
final class Words {
    private static final int LETTERS_MAX = 6;
    private static final int LETTERS_MIN = 3;
    /// What repeats is told by the beginning of a text.
    private static final int CHARACTERS_MAX = 4_000;

    private final int[] hashes;

    private Words(int[] hashes) {
        this.hashes = hashes;
    }

    static Words of(String text) {
        WordScan scan = WordScan.of(text.substring(0, Math.min(text.length(), CHARACTERS_MAX)));
        IntStream.Builder found = IntStream.builder();
        while (scan.next()) {
            if (scan.length() >= LETTERS_MIN || scan.hasDigit()) {
                found.add(scan.hash(LETTERS_MAX));
            }
        }
        return new Words(found.build().sorted().distinct().toArray());
    }

    int size() {
        return hashes.length;
    }

    /// The share of these words that the other text has, 0 to 1; 0 for a text without words.
    double shareIn(Words other) {
        return hashes.length == 0 ? 0 : (double) common(other) / hashes.length;
    }

    /// The share of the words of both that both have, 0 to 1.
    double similarity(Words other) {
        int common = common(other);
        int all = hashes.length + other.hashes.length - common;
        return all == 0 ? 0 : (double) common / all;
    }

    private int common(Words other) {
        int common = 0;
        int there = 0;
        for (int hash : hashes) {
            while (there < other.hashes.length && other.hashes[there] < hash) {
                there++;
            }
            if (there < other.hashes.length && other.hashes[there] == hash) {
                common++;
            }
        }
        return common;
    }

    @Override
    public String toString() {
        return Arrays.toString(hashes);
    }
}
