package dev.kept.benchmarks.vectors;

import dev.kept.application.extraction.consolidation.Nearness;
import dev.kept.domain.search.EmbeddingModel;
import dev.kept.domain.search.EmbeddingModels;
import io.micronaut.context.ApplicationContext;

/// The embedding model as a function would get it with nothing configured: the one in process.
public final class LocalModel implements AutoCloseable {
    private final ApplicationContext context;

    private LocalModel(ApplicationContext context) {
        this.context = context;
    }

    public static LocalModel start() {
        return new LocalModel(ApplicationContext.run());
    }

    public EmbeddingModel model() {
        return context.getBeansOfType(EmbeddingModels.class).stream()
                .flatMap(models -> models.wanted().stream())
                .findFirst()
                .orElseThrow();
    }

    /// How near statements are by it.
    public Nearness nearness() {
        return Nearness.among(context.getBeansOfType(EmbeddingModels.class));
    }

    @Override
    public void close() {
        context.close();
    }
}
