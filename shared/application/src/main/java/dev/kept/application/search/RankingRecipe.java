package dev.kept.application.search;

import dev.kept.application.bundled.BundledText;
import dev.kept.domain.search.SearchMode;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/// How much each signal weighs: a line of the menu in `ranking.properties`, whose numbers a program in `benchmarks/`
/// fits.
public final class RankingRecipe {
    /// By words and by meaning.
    public static final RankingRecipe HYBRID = read("hybrid");

    public static final RankingRecipe SEMANTIC = read("semantic");

    /// By words alone, also while the embedding model does not answer.
    public static final RankingRecipe KEYWORD = read("keyword");

    private final String name;
    private final Map<Signal, Double> weights;

    private RankingRecipe(String name, Map<Signal, Double> weights) {
        this.name = name;
        this.weights = weights;
    }

    public static RankingRecipe of(SearchMode mode) {
        return switch (mode) {
            case HYBRID -> HYBRID;
            case SEMANTIC -> SEMANTIC;
            case KEYWORD -> KEYWORD;
        };
    }

    public String name() {
        return name;
    }

    public double weight(Signal signal) {
        return weights.getOrDefault(signal, 0.0);
    }

    /// The weighted sum.
    public double score(Signals signals) {
        double score = 0;
        for (Map.Entry<Signal, Double> weight : weights.entrySet()) {
            score += weight.getValue() * signals.of(weight.getKey());
        }
        return score;
    }

    private static RankingRecipe read(String name) {
        Properties numbers = numbers();
        Map<Signal, Double> weights = new EnumMap<>(Signal.class);
        for (Signal signal : Signal.values()) {
            String key = name + "." + signal.label();
            weights.put(signal, Double.parseDouble(Objects.requireNonNull(numbers.getProperty(key), key)));
        }
        return new RankingRecipe(name, weights);
    }

    private static Properties numbers() {
        return BundledText.read(RankingRecipe.class, "ranking.properties").properties();
    }
}
