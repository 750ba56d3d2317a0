package dev.kept.domain.error;

/// The caller must change the request before it can succeed.
public final class InvalidRequest extends KeptException {
    private static final long serialVersionUID = 1L;
    private final String field;
    private final Kind kind;

    private enum Kind {
        ORDINARY,
        TOO_LARGE,
        UNKNOWN_FIELD
    }

    /// @param field the field at fault as a path, e.g. `turns[3].role`; empty when the whole request is meant
    /// @param reason what it must be, as a clause: "must not be blank"
    public InvalidRequest(String field, String reason) {
        this(field, reason, Kind.ORDINARY);
    }

    private InvalidRequest(String field, String reason, Kind kind) {
        super(field.isEmpty() ? reason : field + " " + reason);
        this.field = field;
        this.kind = kind;
    }

    /// The request as a whole passes the size limit (HTTP 413).
    public static InvalidRequest tooLarge(String reason) {
        return new InvalidRequest("", reason, Kind.TOO_LARGE);
    }

    /// @param field that the contract does not name: its name is the caller's
    public static InvalidRequest unknownField(String field, String reason) {
        return new InvalidRequest(field, reason, Kind.UNKNOWN_FIELD);
    }

    public String field() {
        return field;
    }

    /// The field as a log may name it: empty when its name is the caller's own, for that may be anything.
    public String knownField() {
        return kind == Kind.UNKNOWN_FIELD ? "" : field;
    }

    public boolean isTooLarge() {
        return kind == Kind.TOO_LARGE;
    }

    /// The same fault seen from one level up: `role` inside `turns[3]`.
    public InvalidRequest within(String parent) {
        String reason = field.isEmpty() ? reason() : getMessageWithoutField();
        String path = field.isEmpty() ? parent : parent + "." + field;
        return new InvalidRequest(path, reason, kind);
    }

    private String reason() {
        return String.valueOf(getMessage());
    }

    private String getMessageWithoutField() {
        return reason().substring(field.length() + 1);
    }
}
