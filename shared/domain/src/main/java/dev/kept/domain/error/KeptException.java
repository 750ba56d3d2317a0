package dev.kept.domain.error;

/// A failure that somebody outside must hear of. The runtime maps each member once, to an HTTP status and to what
/// happens with a queue message. Messages name fields and ids, never the content of a turn or a memory.
public abstract sealed class KeptException extends RuntimeException
        permits InvalidRequest, AccessDenied, NotFound, Conflict, Throttled, DependencyUnavailable {
    private static final long serialVersionUID = 1L;

    protected KeptException(String message) {
        super(message);
    }

    protected KeptException(String message, Throwable cause) {
        super(message, cause);
    }
}
