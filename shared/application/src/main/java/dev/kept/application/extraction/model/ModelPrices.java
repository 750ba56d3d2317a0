package dev.kept.application.extraction.model;

import dev.kept.application.bundled.YamlNode;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Known prices, by parts of model ids.
public final class ModelPrices {
    private final Map<String, ModelPrice> prices = new LinkedHashMap<>();

    private ModelPrices() {}

    public static ModelPrices bundled() {
        ModelPrices known = new ModelPrices();
        YamlNode.resource(ModelPrices.class, "model-prices.yaml")
                .nodes("prices")
                .forEach(node -> known.prices.put(node.text("model"), ModelPrice.parse(node.text("price"))));
        return known;
    }

    /// By the longest name that the id contains; of regions and profiles only the prefix differs.
    public Optional<ModelPrice> of(String modelId) {
        return prices.entrySet().stream()
                .filter(entry -> modelId.contains(entry.getKey()))
                .max(Comparator.comparingInt(entry -> entry.getKey().length()))
                .map(Map.Entry::getValue);
    }

    /// Whoever's price is unknown is taken to be as dear as the dearest, so that a budget holds all the same.
    public ModelPrice ofUnknown() {
        return prices.values().stream()
                .max(Comparator.comparingDouble(ModelPrice::output))
                .orElseThrow();
    }
}
