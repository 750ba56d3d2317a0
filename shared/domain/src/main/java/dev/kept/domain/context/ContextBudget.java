package dev.kept.domain.context;

import dev.kept.domain.error.InvalidRequest;

/// How many tokens a context may take.
///
/// @param maxTokens 100 to 100,000
public record ContextBudget(int maxTokens) {
    public static final int DEFAULT_TOKENS = 2000;
    private static final int MIN_TOKENS = 100;
    private static final int MAX_TOKENS = 100_000;

    public ContextBudget {
        if (maxTokens < MIN_TOKENS || maxTokens > MAX_TOKENS) {
            throw new InvalidRequest("maxTokens", "must be between " + MIN_TOKENS + " and " + MAX_TOKENS);
        }
    }
}
