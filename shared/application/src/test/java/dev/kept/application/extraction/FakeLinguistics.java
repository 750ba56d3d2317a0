package dev.kept.application.extraction;

import dev.kept.domain.extraction.Linguistics;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/// Language by a few words: enough for tests, and it counts what it is asked to read.
public final class FakeLinguistics implements Linguistics {
    private static final Set<String> VERBS = Set.of(
            "use",
            "uses",
            "run",
            "runs",
            "like",
            "hate",
            "fixed",
            "moved",
            "decided",
            "works",
            "throws",
            "owns",
            "keep",
            "store",
            "goes",
            "need",
            "fails",
            "going",
            "stays",
            "sits",
            "gets",
            "ship",
            "shipped",
            "switched",
            "offered",
            "went",
            "work",
            "planned",
            "wait",
            "moving",
            "move",
            "hand",
            "starts",
            "cut");
    private static final Set<String> AUXILIARIES =
            Set.of("is", "are", "was", "will", "must", "didn't", "can", "should");
    private static final Set<String> PRONOUNS = Set.of("i", "we", "it", "he", "she", "they", "you");

    public final AtomicLong charactersRead = new AtomicLong();

    @Override
    public List<String> sentences(String text) {
        charactersRead.addAndGet(text.length());
        return Arrays.stream(text.split("(?<=[.!?])\\s+(?=[A-Z])", -1))
                .map(String::strip)
                .filter(sentence -> !sentence.isEmpty())
                .toList();
    }

    @Override
    public List<Token> tokens(String sentence) {
        charactersRead.addAndGet(sentence.length());
        return Arrays.stream(sentence.split("[\\s,.;:!?]+", -1))
                .filter(word -> !word.isEmpty())
                .map(word -> new Token(word, tag(word), word.toLowerCase(Locale.ROOT)))
                .toList();
    }

    private static String tag(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        if (VERBS.contains(lower)) {
            return "VERB";
        }
        if (AUXILIARIES.contains(lower)) {
            return "AUX";
        }
        if (lower.equals("to")) {
            return "PART";
        }
        int apostrophe = lower.indexOf('\'');
        if (apostrophe > 0 && PRONOUNS.contains(lower.substring(0, apostrophe))) {
            return "PRON+AUX";
        }
        if (PRONOUNS.contains(lower)) {
            return "PRON";
        }
        return Character.isUpperCase(word.charAt(0)) ? "PROPN" : "NOUN";
    }
}
