package dev.kept.testkit;

import dev.kept.domain.context.TokenCounter;

/// Four characters make a token, rounded up.
public final class FakeTokenCounter implements TokenCounter {
    private static final int CHARACTERS = 4;

    @Override
    public int count(String text) {
        return Math.ceilDiv(text.length(), CHARACTERS);
    }
}
