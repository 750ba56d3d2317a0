package dev.kept.benchmarks.speed;

import dev.kept.domain.context.ContextStore;
import dev.kept.domain.memory.MemoryStore;
import dev.kept.domain.search.EmbeddingCache;
import dev.kept.domain.search.SearchIndex;
import dev.kept.domain.search.SearchSource;
import dev.kept.domain.session.SessionStore;
import dev.kept.domain.session.TurnStore;
import io.micronaut.context.ApplicationContext;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// The stores and the index of a stack, through the same adapters as its functions use. What the functions find in
/// their environment is given to them here as properties.
final class Backend implements AutoCloseable {
    private static final Map<String, String> AWS = Map.of(
            "AWS_REGION", "aws.region",
            "AWS_ACCESS_KEY_ID", "aws.accessKeyId",
            "AWS_SECRET_ACCESS_KEY", "aws.secretAccessKey",
            "AWS_ENDPOINT_URL_DYNAMODB", "aws.endpointUrlDynamoDb",
            "AWS_ENDPOINT_URL_S3", "aws.endpointUrlS3");

    private final ApplicationContext context;

    private Backend(ApplicationContext context) {
        this.context = context;
    }

    static Backend of(Map<String, String> environment) {
        AWS.forEach((name, property) -> System.setProperty(property, environment.getOrDefault(name, "")));
        Map<String, Object> properties = new HashMap<>();
        environment.forEach((name, value) -> {
            if (name.startsWith("KEPT_")) {
                properties.put(name.toLowerCase(Locale.ROOT).replace('_', '.'), value);
            }
        });
        return new Backend(ApplicationContext.run(properties));
    }

    SessionStore sessions() {
        return context.getBean(SessionStore.class);
    }

    TurnStore turns() {
        return context.getBean(TurnStore.class);
    }

    MemoryStore memories() {
        return context.getBean(MemoryStore.class);
    }

    SearchSource source() {
        return context.getBean(SearchSource.class);
    }

    SearchIndex index() {
        return context.getBean(SearchIndex.class);
    }

    EmbeddingCache embeddingCache() {
        return context.getBean(EmbeddingCache.class);
    }

    ContextStore contexts() {
        return context.getBean(ContextStore.class);
    }

    @Override
    public void close() {
        context.close();
    }
}
