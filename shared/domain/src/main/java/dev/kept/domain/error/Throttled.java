package dev.kept.domain.error;

import java.time.Duration;

/// A limit was hit, ours or that of a service behind us.
public final class Throttled extends KeptException {
    private static final long serialVersionUID = 1L;
    private final Duration retryAfter;

    public Throttled(String message, Duration retryAfter) {
        super(message);
        this.retryAfter = retryAfter;
    }

    public Throttled(String message, Duration retryAfter, Throwable cause) {
        super(message, cause);
        this.retryAfter = retryAfter;
    }

    public Duration retryAfter() {
        return retryAfter;
    }
}
