package dev.kept.local.stack.process;

/// A child process that did not start, or cannot be kept running; the message says which and why.
public final class ChildFailed extends Exception {

    private static final long serialVersionUID = 1L;

    ChildFailed(String message) {
        super(message);
    }
}
