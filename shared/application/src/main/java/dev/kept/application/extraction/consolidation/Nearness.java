package dev.kept.application.extraction.consolidation;

import dev.kept.domain.search.Embedding;
import dev.kept.domain.search.EmbeddingModel;
import dev.kept.domain.search.EmbeddingModels;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How near two statements are in meaning: the cosine of their vectors.
///
/// The weights of updates are fitted to the vectors of one model, the small one that runs in process, whichever model
/// searches use. Where a deployment does not hold it, statements are compared by their words alone.
public final class Nearness {
    static final String MODEL = "bge-small-en-v1.5-q-384";
    private static final int VECTORS_KEPT = 2_000;

    /// Unrelated statements have about this cosine.
    private static final double FAR = 0.5;

    private static final double NEAR = 0.7;
    private static final double SAME = 1;
    private static final double SCALE = 4;
    private static final double SCALE_HIGH = 8;

    private final Optional<EmbeddingModel> model;
    private final Map<String, Embedding> vectors = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Embedding> eldest) {
            return size() > VECTORS_KEPT;
        }
    };

    private Nearness(Optional<EmbeddingModel> model) {
        this.model = model;
    }

    /// Nothing is told about meaning.
    public static Nearness unknown() {
        return new Nearness(Optional.empty());
    }

    /// @param offered the models of this deployment
    public static Nearness among(Collection<EmbeddingModels> offered) {
        return new Nearness(
                offered.stream().flatMap(models -> models.find(MODEL).stream()).findFirst());
    }

    boolean isKnown() {
        return model.isPresent();
    }

    /// The signs of two statements; none when nothing is known.
    Map<UpdateSign, Double> of(String one, String other) {
        return model.map(embedding -> signs(vector(embedding, one).cosine(vector(embedding, other))))
                .orElse(Map.of());
    }

    /// The signs at the places between which they grow evenly: of every two statements they lie in between.
    static List<Map<UpdateSign, Double>> corners() {
        return List.of(signs(FAR), signs(NEAR), signs(SAME));
    }

    private static Map<UpdateSign, Double> signs(double cosine) {
        Map<UpdateSign, Double> signs = new EnumMap<>(UpdateSign.class);
        signs.put(UpdateSign.NEARNESS, SCALE * Math.max(0, cosine - FAR));
        signs.put(UpdateSign.NEARNESS_HIGH, SCALE_HIGH * Math.max(0, cosine - NEAR));
        return signs;
    }

    private Embedding vector(EmbeddingModel embedding, String text) {
        synchronized (vectors) {
            return vectors.computeIfAbsent(
                    text, _ -> embedding.embed(List.of(text)).getFirst());
        }
    }
}
