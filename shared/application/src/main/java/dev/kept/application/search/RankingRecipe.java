package dev.kept.application.search;

import dev.kept.domain.search.SearchMode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/// How much each signal weighs. The numbers are data, in `ranking.properties`.
record RankingRecipe(Signals weights) {
    static final RankingRecipe HYBRID;
    static final RankingRecipe SEMANTIC;
    static final RankingRecipe KEYWORD;

    static {
        Properties numbers = read();
        HYBRID = named("hybrid", numbers);
        SEMANTIC = named("semantic", numbers);
        KEYWORD = named("keyword", numbers);
    }

    static RankingRecipe of(SearchMode mode) {
        return switch (mode) {
            case HYBRID -> HYBRID;
            case SEMANTIC -> SEMANTIC;
            case KEYWORD -> KEYWORD;
        };
    }

    double score(Signals signals) {
        return weights.semantic() * signals.semantic()
                + weights.keyword() * signals.keyword()
                + weights.recency() * signals.recency()
                + weights.importance() * signals.importance()
                + weights.entity() * signals.entity()
                + weights.feedback() * signals.feedback();
    }

    private static RankingRecipe named(String name, Properties numbers) {
        return new RankingRecipe(new Signals(
                number(numbers, name + ".semantic"),
                number(numbers, name + ".keyword"),
                number(numbers, name + ".recency"),
                number(numbers, name + ".importance"),
                number(numbers, name + ".entity"),
                number(numbers, name + ".feedback")));
    }

    private static double number(Properties numbers, String key) {
        return Double.parseDouble(Objects.requireNonNull(numbers.getProperty(key), key));
    }

    private static Properties read() {
        try (InputStream text = RankingRecipe.class.getResourceAsStream("ranking.properties")) {
            Properties numbers = new Properties();
            numbers.load(Objects.requireNonNull(text));
            return numbers;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
