package dev.kept.domain.error;

/// Gone, never there, or somebody else's: the caller cannot tell which.
public final class NotFound extends KeptException {
    private static final long serialVersionUID = 1L;

    /// @param what the glossary word, e.g. `session`
    /// @param id the id that was asked for
    public NotFound(String what, String id) {
        super("no " + what + " " + id);
    }
}
