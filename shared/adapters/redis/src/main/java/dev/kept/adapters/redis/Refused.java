package dev.kept.adapters.redis;

/// Redis answered, and said no: it is full, still loading, or does not know who asks. Its words are left out, as they
/// may repeat what it was told.
final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;

    /// @param code the first word, e.g. `OOM`
    Refused(String code) {
        super("redis refused: " + code);
        this.code = code;
    }

    String code() {
        return code;
    }
}
