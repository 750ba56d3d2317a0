package dev.kept.runtime.http;

import dev.kept.domain.error.AccessDenied;
import dev.kept.domain.error.Conflict;
import dev.kept.domain.error.DependencyUnavailable;
import dev.kept.domain.error.InvalidRequest;
import dev.kept.domain.error.KeptException;
import dev.kept.domain.error.NotFound;
import dev.kept.domain.error.Throttled;
import java.util.Optional;

/// An error reply (RFC 9457, `application/problem+json`).
///
/// @param type stable name of the kind of problem
/// @param field the field at fault, where there is one
/// @param requestId to quote when asking about it
public record Problem(String type, String title, int status, String detail, Optional<String> field, String requestId) {
    static final String CONTENT_TYPE = "application/problem+json";

    /// Maps each member of the error family once, for all functions.
    public static Problem of(KeptException failure, String requestId) {
        String detail = String.valueOf(failure.getMessage());
        return switch (failure) {
            case InvalidRequest invalid
            when invalid.isTooLarge() ->
                problem("too-large", "The request is too large", 413, detail, Optional.empty(), requestId);
            case InvalidRequest invalid ->
                problem("invalid-request", "The request is not valid", 400, detail, field(invalid), requestId);
            case AccessDenied _ -> problem("access-denied", "Not allowed", 403, detail, Optional.empty(), requestId);
            case NotFound _ -> problem("not-found", "Not found", 404, detail, Optional.empty(), requestId);
            case Conflict conflict
            when conflict.isVersionRace() ->
                problem("version-race", "The record has changed", 412, detail, Optional.empty(), requestId);
            case Conflict _ -> problem("conflict", "Conflict", 409, detail, Optional.empty(), requestId);
            case Throttled _ -> problem("throttled", "Too many requests", 429, detail, Optional.empty(), requestId);
            case DependencyUnavailable _ ->
                problem("unavailable", "Temporarily unavailable", 503, detail, Optional.empty(), requestId);
        };
    }

    /// A failure that is our bug; its detail stays in the log.
    static Problem internal(String requestId) {
        return problem(
                "internal", "Internal error", 500, "the request failed on our side", Optional.empty(), requestId);
    }

    private static Optional<String> field(InvalidRequest invalid) {
        return invalid.field().isEmpty() ? Optional.empty() : Optional.of(invalid.field());
    }

    private static Problem problem(
            String kind, String title, int status, String detail, Optional<String> field, String requestId) {
        return new Problem("urn:kept:problem:" + kind, title, status, detail, field, requestId);
    }
}
