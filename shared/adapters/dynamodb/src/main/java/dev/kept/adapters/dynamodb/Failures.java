package dev.kept.adapters.dynamodb;

import dev.kept.domain.error.DependencyUnavailable;
import dev.kept.domain.error.Throttled;
import java.time.Duration;
import java.util.Set;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/// Says what the SDK's exceptions mean in our words. What is left over is our bug and stays as it
/// is.
final class Failures {
    private static final String DYNAMODB = "dynamodb";
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);
    private static final Set<String> THROTTLING = Set.of(
            "ProvisionedThroughputExceededException",
            "RequestLimitExceeded",
            "ThrottlingException",
            "ProvisionedThroughputExceeded",
            "ThrottlingError");
    private static final int SERVER_ERROR = 500;

    private Failures() {}

    static <T> T translate(Supplier<T> call) {
        try {
            return call.get();
        } catch (DynamoDbException e) {
            throw translated(e);
        } catch (SdkClientException e) {
            throw new DependencyUnavailable(DYNAMODB, e);
        }
    }

    static boolean isThrottled(TransactionCanceledException e) {
        return e.cancellationReasons().stream().anyMatch(reason -> THROTTLING.contains(String.valueOf(reason.code())));
    }

    static Throttled throttled(Throwable cause) {
        return new Throttled("the store is busy", RETRY_AFTER, cause);
    }

    /// Writers of the same record did not come to an end.
    static Throttled contended(String what) {
        return new Throttled(what + " is being written by others", RETRY_AFTER);
    }

    private static RuntimeException translated(DynamoDbException e) {
        String code = e.awsErrorDetails() == null ? "" : e.awsErrorDetails().errorCode();
        if (THROTTLING.contains(code)) {
            return throttled(e);
        }
        return e.statusCode() >= SERVER_ERROR ? new DependencyUnavailable(DYNAMODB, e) : e;
    }
}
