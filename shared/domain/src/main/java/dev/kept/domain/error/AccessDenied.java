package dev.kept.domain.error;

/// The caller may not do this, and may know that it exists.
public final class AccessDenied extends KeptException {
    private static final long serialVersionUID = 1L;

    public AccessDenied(String message) {
        super(message);
    }
}
