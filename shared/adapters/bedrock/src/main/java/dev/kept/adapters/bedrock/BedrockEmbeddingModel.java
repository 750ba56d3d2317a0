package dev.kept.adapters.bedrock;

import dev.kept.domain.error.DependencyUnavailable;
import dev.kept.domain.error.Throttled;
import dev.kept.domain.search.Embedding;
import dev.kept.domain.search.EmbeddingModel;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;
import software.amazon.awssdk.services.bedrockruntime.model.ThrottlingException;

/// Titan Text Embeddings V2. It makes no difference between questions and passages, and takes one text a call.
///
/// A model that gives no answer twice is left alone for a while: a search then goes by words at once, and waits for no
/// timeout. That it refuses a text, or has too many to do, is an answer.
final class BedrockEmbeddingModel implements EmbeddingModel {
    private static final String DEPENDENCY = "bedrock";

    /// The model reads 8,192 tokens and rejects more; scripts without spaces take a token for each character.
    private static final int CHARACTERS_MAX = 8_000;

    private static final int SERVER_ERROR = 500;
    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    private final BedrockRuntimeClient client;
    private final BedrockConfig config;
    private final CircuitBreaker breaker;

    BedrockEmbeddingModel(BedrockRuntimeClient client, BedrockConfig config) {
        this.client = client;
        this.config = config;
        this.breaker = CircuitBreaker.of(
                "bedrock embedding",
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(4)
                        .minimumNumberOfCalls(2)
                        .failureRateThreshold(50)
                        .permittedNumberOfCallsInHalfOpenState(1)
                        .waitDurationInOpenState(config.recovery())
                        .recordException(BedrockEmbeddingModel::gaveNoAnswer)
                        .build());
    }

    private static boolean gaveNoAnswer(Throwable failure) {
        return failure instanceof DependencyUnavailable
                && switch (failure.getCause()) {
                    case AwsServiceException answer -> answer.statusCode() >= SERVER_ERROR;
                    // Ended by us, because another passage of the same batch failed.
                    case AbortedException _ -> false;
                    case null, default -> true;
                };
    }

    @Override
    public String id() {
        return config.id();
    }

    @Override
    public int dimensions() {
        return config.dimensions();
    }

    @Override
    public boolean isRemote() {
        return true;
    }

    @Override
    public Embedding embedQuery(String query) {
        return invoke(query);
    }

    @Override
    public List<Embedding> embed(List<String> passages) {
        var threads = Thread.ofVirtual().factory();
        try (var calls = Executors.newFixedThreadPool(config.concurrency(), threads)) {
            List<Future<Embedding>> running = passages.stream()
                    .map(passage -> calls.submit(() -> invoke(passage)))
                    .toList();
            return results(running);
        }
    }

    /// The first failure ends the rest: their vectors could not be used.
    private static List<Embedding> results(List<Future<Embedding>> running) {
        List<Embedding> made = new ArrayList<>(running.size());
        try {
            for (Future<Embedding> call : running) {
                made.add(call.get());
            }
            return made;
        } catch (ExecutionException e) {
            running.forEach(call -> call.cancel(true));
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException("not thrown by any call", e);
        } catch (InterruptedException e) {
            running.forEach(call -> call.cancel(true));
            Thread.currentThread().interrupt();
            throw new DependencyUnavailable(DEPENDENCY, e);
        }
    }

    private Embedding invoke(String text) {
        try {
            return breaker.executeSupplier(() -> ask(text));
        } catch (CallNotPermittedException e) {
            throw new DependencyUnavailable(DEPENDENCY, e);
        }
    }

    private Embedding ask(String text) {
        String body = TitanWire.request(Heads.of(text, CHARACTERS_MAX), config.dimensions());
        try {
            var response = client.invokeModel(request -> request.modelId(config.modelId())
                    .contentType("application/json")
                    .accept("application/json")
                    .body(SdkBytes.fromUtf8String(body)));
            return new Embedding(id(), TitanWire.vector(response.body().asInputStream(), config.dimensions()));
        } catch (ThrottlingException e) {
            throw new Throttled("bedrock is throttling", RETRY_AFTER, e);
        } catch (SdkException e) {
            throw new DependencyUnavailable(DEPENDENCY, e);
        }
    }
}
