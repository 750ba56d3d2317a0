package dev.kept.benchmarks;

/// A measurement cannot go on. The message is all that the person at the terminal is shown, so it says what to do.
public final class BenchFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BenchFailed(String message) {
        super(message);
    }

    public BenchFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
