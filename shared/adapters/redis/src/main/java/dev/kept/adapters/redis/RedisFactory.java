package dev.kept.adapters.redis;

import dev.kept.domain.cache.Cache;
import dev.kept.domain.telemetry.Metrics;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.function.Supplier;
import org.crac.Core;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;

/// Offers the cache, as the deployment chose.
@Factory
final class RedisFactory {
    /// @param mode `redis` or `none`
    /// @param stage gives the cache and its user in AWS their name
    /// @param password of a server that has one; empty where the function's role signs for itself
    @Singleton
    Cache cache(
            Metrics metrics,
            @Value("${kept.cache.mode:none}") String mode,
            @Value("${kept.cache.endpoint:}") String endpoint,
            @Value("${kept.stage:}") String stage,
            @Value("${kept.cache.password:}") String password) {
        return switch (mode) {
            case "redis" -> {
                RedisConfig config = RedisConfig.of(endpoint);
                yield new RedisCache(connection(config, stage, password), new Guard(config, metrics));
            }
            case "none" -> new ProcessCache();
            default -> throw new IllegalArgumentException("kept.cache.mode must be redis or none");
        };
    }

    private static Connection connection(RedisConfig config, String stage, String password) {
        String name = "kept-" + stage;
        Connection connection = password.isBlank()
                ? new Connection(config, name, token(name))
                : new Connection(config, "default", () -> password);
        // Before the hook that rehearses, and so told of a snapshot after it.
        Core.getGlobalContext().register(connection);
        return connection;
    }

    private static Supplier<String> token(String name) {
        String region =
                DefaultAwsRegionProviderChain.builder().build().getRegion().id();
        return new IamToken(
                name, name, region, DefaultCredentialsProvider.builder().build(), Clock.systemUTC());
    }
}
