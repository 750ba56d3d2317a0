package dev.kept.application.extraction.consolidation;

import dev.kept.application.bundled.BundledText;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/// How much each sign speaks for an update: logistic regressions, fitted on labelled conversations by
/// `./kept bench fit-extraction`, one with the signs of meaning and one without them.
final class UpdateWeights {
    private final double base;
    private final Map<UpdateSign, Double> weights;

    private UpdateWeights(Properties numbers) {
        this.base = number(numbers, "base");
        this.weights = new EnumMap<>(UpdateSign.class);
        for (UpdateSign sign : UpdateSign.values()) {
            weights.put(sign, Double.valueOf(numbers.getProperty(sign.label(), "0")));
        }
    }

    static UpdateWeights ofWordsAndMeaning() {
        return Bundled.OF_WORDS_AND_MEANING;
    }

    static UpdateWeights ofWords() {
        return Bundled.OF_WORDS;
    }

    private static UpdateWeights read(String file) {
        return new UpdateWeights(BundledText.read(UpdateWeights.class, file).properties());
    }

    /// How likely the newer statement takes the older one's place, 0 to 1.
    double probability(Map<UpdateSign, Double> signs) {
        double sum = base;
        for (Map.Entry<UpdateSign, Double> sign : signs.entrySet()) {
            sum += weights.getOrDefault(sign.getKey(), 0.0) * sign.getValue();
        }
        return 1 / (1 + Math.exp(-sum));
    }

    private static double number(Properties numbers, String key) {
        return Double.parseDouble(Objects.requireNonNull(numbers.getProperty(key), key));
    }

    /// Read once; nothing changes them.
    private static final class Bundled {
        private static final UpdateWeights OF_WORDS_AND_MEANING = read("update-weights.properties");
        private static final UpdateWeights OF_WORDS = read("update-weights-words.properties");

        private Bundled() {}
    }
}
