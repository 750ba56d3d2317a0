package dev.kept.application.context;

import dev.kept.domain.context.TokenCounter;
import java.util.HashMap;
import java.util.Map;

/// Counts each line of a build once: counting is most of what choosing costs.
final class Costs {
    /// No counter of ours takes more characters for a token, whatever the text: what is longer than
    /// its product with the limit is not worth counting.
    private static final int TOKEN_CHARACTERS_MAX = 5;

    private final TokenCounter counter;
    private final Map<String, Integer> counted = new HashMap<>();

    Costs(TokenCounter counter) {
        this.counter = counter;
    }

    /// Tokens of lines with their last line break; 0 for none.
    int of(String lines) {
        return lines.isEmpty() ? 0 : counted.computeIfAbsent(lines, text -> counter.count(text + "\n"));
    }

    /// Whether they cannot fit, seen without counting.
    static boolean isHopeless(String lines, int tokensMax) {
        return lines.length() / TOKEN_CHARACTERS_MAX > tokensMax;
    }

    int ofWhole(String text) {
        return counter.count(text);
    }
}
