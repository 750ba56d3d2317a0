package dev.kept.local.host;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What an invocation came to: the reply, or Lambda's JSON for an unhandled error.
record InvocationResult(String body, boolean failed) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static InvocationResult reply(String body) {
        return new InvocationResult(body, false);
    }

    static InvocationResult failure(Throwable failure) {
        var error = new LinkedHashMap<String, Object>();
        error.put("errorMessage", Optional.ofNullable(failure.getMessage()).orElse(""));
        error.put("errorType", failure.getClass().getName());
        error.put(
                "stackTrace",
                Arrays.stream(failure.getStackTrace())
                        .map(StackTraceElement::toString)
                        .toList());
        return error(error);
    }

    /// The words of Lambda itself; the gateway knows a timeout by this type.
    static InvocationResult timedOut(String requestId, Duration limit) {
        String seconds = String.format(Locale.ROOT, "%.2f", limit.toMillis() / 1000.0);
        return error(Map.of(
                "errorType",
                "Sandbox.Timedout",
                "errorMessage",
                "RequestId: " + requestId + " Error: Task timed out after " + seconds + " seconds"));
    }

    /// The process of the function ended before it answered.
    static InvocationResult died(String requestId, String reason) {
        return error(Map.of(
                "errorType", "Runtime.ExitError", "errorMessage", "RequestId: " + requestId + " Error: " + reason));
    }

    /// What the function's runtime client said of a failure.
    static InvocationResult reported(String body) {
        return new InvocationResult(body, true);
    }

    private static InvocationResult error(Map<String, ?> error) {
        try {
            return new InvocationResult(JSON.writeValueAsString(error), true);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
