package dev.kept.adapters.opennlp;

import dev.kept.domain.extraction.Linguistics;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/// Offers the language tools; the models are read at the first sentence.
@Factory
final class OpenNlpFactory {
    @Singleton
    Linguistics linguistics() {
        return new OpenNlpLinguistics();
    }
}
