package dev.kept.benchmarks.retrieval;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What one context is worth: the share of the evidence that it holds, as its items' turns say. A context that is over
/// its budget is worth nothing: English runs at up to 4.6 characters a token in real tokenizers, so more than that is
/// beyond doubt.
public record ContextScore(double share, boolean overBudget) {
    private static final int CHARACTERS_PER_TOKEN = 4;
    private static final double TOLERANCE = 1.15;

    /// @param turns ids of the turns that the context's items rest on
    /// @param evidence at least one turn
    /// @param budget in tokens
    public static ContextScore of(String text, Collection<String> turns, List<String> evidence, int budget) {
        boolean over = tokens(text) > budget * TOLERANCE;
        Set<String> wanted = new HashSet<>(evidence);
        long held = new HashSet<>(turns).stream().filter(wanted::contains).count();
        return new ContextScore(over ? 0 : (double) held / wanted.size(), over);
    }

    private static int tokens(String text) {
        return Math.ceilDiv(text.codePointCount(0, text.length()), CHARACTERS_PER_TOKEN);
    }
}
