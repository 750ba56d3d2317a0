package dev.kept.adapters.bedrock;

import dev.kept.domain.extraction.ExtractionModel;
import dev.kept.domain.extraction.Fallback;
import dev.kept.domain.extraction.ModelQuestion;
import dev.kept.domain.extraction.ModelReply;
import dev.kept.domain.extraction.ModelTokens;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.net.SocketTimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;
import software.amazon.awssdk.services.bedrockruntime.model.AccessDeniedException;
import software.amazon.awssdk.services.bedrockruntime.model.ModelTimeoutException;
import software.amazon.awssdk.services.bedrockruntime.model.ResourceNotFoundException;
import software.amazon.awssdk.services.bedrockruntime.model.ServiceQuotaExceededException;
import software.amazon.awssdk.services.bedrockruntime.model.ValidationException;

/// A model of Bedrock that fills in forms, over `Converse`. The SDK tries again, with growing, random delays, what may
/// succeed the next time; a model that gives no answer three times is left alone for a while, so that a queue of
/// sessions does not wait for each timeout in turn.
final class BedrockExtractionModel implements ExtractionModel {
    private static final Logger LOG = LoggerFactory.getLogger(BedrockExtractionModel.class);

    private final BedrockRuntimeClient client;
    private final ExtractionModelConfig config;
    private final CircuitBreaker breaker;

    BedrockExtractionModel(BedrockRuntimeClient client, ExtractionModelConfig config) {
        this.client = client;
        this.config = config;
        this.breaker = CircuitBreaker.of(
                "bedrock extraction",
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(6)
                        .minimumNumberOfCalls(3)
                        .failureRateThreshold(60)
                        .permittedNumberOfCallsInHalfOpenState(1)
                        .waitDurationInOpenState(config.recovery())
                        .recordResult(BedrockExtractionModel::gaveNoAnswer)
                        .build());
    }

    @Override
    public String id() {
        return config.modelId();
    }

    @Override
    public ModelReply ask(ModelQuestion question) {
        try {
            return breaker.executeSupplier(() -> converse(question));
        } catch (CallNotPermittedException _) {
            return new ModelReply.Unanswered(Fallback.UNAVAILABLE, ModelTokens.NONE);
        }
    }

    /// A poor answer is no reason to stop asking.
    private static boolean gaveNoAnswer(Object reply) {
        return reply instanceof ModelReply.Unanswered(Fallback reason, ModelTokens _)
                && reason != Fallback.TRUNCATED
                && reason != Fallback.MALFORMED;
    }

    private ModelReply converse(ModelQuestion question) {
        try {
            return ConverseForm.read(
                    client.converse(ConverseForm.request(config.modelId(), config.family(), question)),
                    question.form().name());
        } catch (SdkException e) {
            Fallback reason = reason(e);
            LOG.atWarn()
                    .addKeyValue("model", config.modelId())
                    .addKeyValue("reason", reason.word())
                    .addKeyValue("error", code(e))
                    .log("extraction.model.failed");
            return new ModelReply.Unanswered(reason, ModelTokens.NONE);
        }
    }

    private static Fallback reason(SdkException failure) {
        return switch (failure) {
            case ApiCallTimeoutException _, ApiCallAttemptTimeoutException _, ModelTimeoutException _ ->
                Fallback.TIMEOUT;
            case AccessDeniedException _, ValidationException _, ResourceNotFoundException _ -> Fallback.REFUSED;
            case ServiceQuotaExceededException _ -> Fallback.THROTTLED;
            case AwsServiceException service when service.isThrottlingException() -> Fallback.THROTTLED;
            case AwsServiceException _ -> Fallback.UNAVAILABLE;
            case SdkException other when isUnreadable(other) -> Fallback.MALFORMED;
            case SdkException other when other.getCause() instanceof SocketTimeoutException -> Fallback.TIMEOUT;
            default -> Fallback.UNAVAILABLE;
        };
    }

    /// The SDK could not make a response of the body of a reply.
    private static boolean isUnreadable(SdkException failure) {
        String message = String.valueOf(failure.getMessage());
        return message.contains("parse") || message.contains("unmarshall");
    }

    private static String code(SdkException failure) {
        return failure instanceof AwsServiceException service && service.awsErrorDetails() != null
                ? String.valueOf(service.awsErrorDetails().errorCode())
                : failure.getClass().getSimpleName();
    }
}
