package dev.kept.domain.rules;

import dev.kept.domain.error.InvalidRequest;
import dev.kept.domain.text.Limits;
import java.util.List;
import java.util.regex.Pattern;

/// What one rule may hold.
final class RuleLimits {
    static final int PHRASES_MAX = 200;
    private static final int PHRASE_CHARACTERS = 200;
    private static final int WHY_CHARACTERS = 100;
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private RuleLimits() {}

    static void why(String field, String why) {
        line(field, why, WHY_CHARACTERS);
    }

    static List<String> phrases(List<String> phrases) {
        if (phrases.isEmpty()) {
            throw new InvalidRequest("phrases", "must hold at least one phrase");
        }
        return phrases("phrases", phrases);
    }

    static List<String> phrases(String field, List<String> phrases) {
        atMost(field, phrases.size(), PHRASES_MAX);
        for (int i = 0; i < phrases.size(); i++) {
            line(field + "[" + i + "]", phrases.get(i), PHRASE_CHARACTERS);
        }
        return List.copyOf(phrases);
    }

    static void atMost(String field, int size, int max) {
        if (size > max) {
            throw new InvalidRequest(field, "must be at most " + max + " entries");
        }
    }

    static void line(String field, String text, int max) {
        Limits.content(field, text, max);
        if (CONTROL.matcher(text).find()) {
            throw new InvalidRequest(field, "must be one line without control characters");
        }
    }
}
