package dev.kept.local.cli;

/// Kept answered with an error status.
final class RequestRefused extends CommandFailed {
    private static final long serialVersionUID = 1L;
    private final int status;

    RequestRefused(String request, int status, String detail) {
        super(request + " was answered with " + status + ": " + detail);
        this.status = status;
    }

    /// Whether what was to be created is there already.
    boolean isConflict() {
        return status == 409;
    }

    boolean isMissing() {
        return status == 404;
    }
}
