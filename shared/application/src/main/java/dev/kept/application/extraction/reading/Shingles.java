package dev.kept.application.extraction.reading;

import dev.kept.application.extraction.words.Words;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Which runs of four words a text has, to see whether a sentence repeats it.
record Shingles(Set<List<String>> runs) {
    static final Shingles NONE = new Shingles(Set.of());

    private static final int WORDS = 4;
    private static final double REPEATED = 0.5;

    Shingles {
        runs = Set.copyOf(runs);
    }

    static Shingles of(Words words) {
        List<String> spoken = words.tokens().stream()
                .filter(token -> Character.isLetterOrDigit(token.codePointAt(0)))
                .toList();
        Set<List<String>> runs = new HashSet<>();
        for (int i = 0; i + WORDS <= spoken.size(); i++) {
            runs.add(List.copyOf(spoken.subList(i, i + WORDS)));
        }
        return new Shingles(runs);
    }

    /// Whether a good part of a sentence was taken from this text.
    boolean contain(Words sentence) {
        if (runs.isEmpty()) {
            return false;
        }
        Set<List<String>> said = of(sentence).runs();
        long repeated = said.stream().filter(runs::contains).count();
        return repeated > 0 && repeated >= REPEATED * said.size();
    }
}
