package dev.kept.local.stack.cli;

/// The message is the form that the command's arguments should have.
final class UsageException extends Exception {

    private static final long serialVersionUID = 1L;

    UsageException(String form) {
        super(form);
    }
}
