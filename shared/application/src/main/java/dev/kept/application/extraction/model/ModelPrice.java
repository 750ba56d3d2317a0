package dev.kept.application.extraction.model;

import dev.kept.domain.extraction.ModelTokens;
import java.util.Arrays;
import java.util.List;

/// What a model charges for a million tokens, which is as many millionths for one.
public record ModelPrice(double input, double output, double cacheRead, double cacheWrite) {
    public ModelPrice {
        if (!(input >= 0 && output >= 0 && cacheRead >= 0 && cacheWrite >= 0)) {
            throw new IllegalArgumentException("prices are not negative");
        }
    }

    /// @param text input, output, cache read and cache write, e.g. `1 5 0.1 1.25`
    public static ModelPrice parse(String text) {
        List<Double> prices = Arrays.stream(text.strip().split("[ ,/]+", -1))
                .map(Double::valueOf)
                .toList();
        if (prices.size() != 4) {
            throw new IllegalArgumentException("prices are four numbers: input, output, cache read, cache write");
        }
        return new ModelPrice(prices.get(0), prices.get(1), prices.get(2), prices.get(3));
    }

    public long costMicros(ModelTokens tokens) {
        return (long) Math.ceil(tokens.input() * input
                + tokens.output() * output
                + tokens.cacheRead() * cacheRead
                + tokens.cacheWrite() * cacheWrite);
    }
}
