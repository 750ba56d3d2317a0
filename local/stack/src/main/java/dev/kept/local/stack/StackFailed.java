package dev.kept.local.stack;

/// The stack cannot start, or cannot go on; the message is for whoever typed the command.
public final class StackFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StackFailed(String message) {
        super(message);
    }

    public StackFailed(String message, Throwable cause) {
        super(message, cause);
    }

    /// Where the cause has already said it well.
    static StackFailed because(Exception cause) {
        return new StackFailed(String.valueOf(cause.getMessage()), cause);
    }
}
