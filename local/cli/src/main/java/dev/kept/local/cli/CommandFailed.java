package dev.kept.local.cli;

/// A command cannot go on. The message is all that the person at the terminal is shown, so it says what to do.
class CommandFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CommandFailed(String message) {
        super(message);
    }

    CommandFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
