package dev.kept.adapters.jtokkit;

import dev.kept.domain.context.TokenCounter;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/// Offers the token counter.
@Factory
final class JtokkitFactory {
    @Singleton
    TokenCounter tokenCounter() {
        return new JtokkitTokenCounter();
    }
}
