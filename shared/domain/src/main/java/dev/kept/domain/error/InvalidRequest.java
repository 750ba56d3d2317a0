package dev.kept.domain.error;

/// The caller must change the request before it can succeed.
public final class InvalidRequest extends KeptException {
    private static final long serialVersionUID = 1L;
    private final String field;
    private final boolean tooLarge;

    /// @param field the field at fault as a path, e.g. `turns[3].role`; empty when the whole request is meant
    /// @param reason what it must be, as a clause: "must not be blank"
    public InvalidRequest(String field, String reason) {
        this(field, reason, false);
    }

    private InvalidRequest(String field, String reason, boolean tooLarge) {
        super(field.isEmpty() ? reason : field + " " + reason);
        this.field = field;
        this.tooLarge = tooLarge;
    }

    /// The request as a whole passes the size limit (HTTP 413).
    public static InvalidRequest tooLarge(String reason) {
        return new InvalidRequest("", reason, true);
    }

    public String field() {
        return field;
    }

    public boolean isTooLarge() {
        return tooLarge;
    }

    /// The same fault seen from one level up: `role` inside `turns[3]`.
    public InvalidRequest within(String parent) {
        String reason = field.isEmpty() ? reason() : getMessageWithoutField();
        String path = field.isEmpty() ? parent : parent + "." + field;
        return new InvalidRequest(path, reason, tooLarge);
    }

    private String reason() {
        return String.valueOf(getMessage());
    }

    private String getMessageWithoutField() {
        return reason().substring(field.length() + 1);
    }
}
