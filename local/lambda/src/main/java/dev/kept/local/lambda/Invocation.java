package dev.kept.local.lambda;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/// One event on its way through a process.
@SuppressWarnings("ArrayRecordComponent") // Handed on as it came, and never compared.
record Invocation(
        String function, String requestId, byte[] event, Instant deadline, CompletableFuture<Outcome> outcome) {
    static Invocation none() {
        return new Invocation("", "", new byte[0], Instant.EPOCH, new CompletableFuture<>());
    }

    Map<String, String> headers() {
        return Map.of(
                "Content-Type",
                "application/json",
                "Lambda-Runtime-Aws-Request-Id",
                requestId,
                "Lambda-Runtime-Deadline-Ms",
                Long.toString(deadline.toEpochMilli()),
                "Lambda-Runtime-Invoked-Function-Arn",
                "arn:aws:lambda:us-east-1:000000000000:function:" + function + ":live");
    }
}
