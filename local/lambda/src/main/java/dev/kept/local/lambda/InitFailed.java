package dev.kept.local.lambda;

/// A function's process could not get ready.
public final class InitFailed extends Exception {
    private static final long serialVersionUID = 1L;

    public InitFailed(String message) {
        super(message);
    }
}
