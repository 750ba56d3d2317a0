package dev.kept.domain.id;

/// Names one session; unique within its owner, because a client may choose it.
public record SessionId(String value) implements Comparable<SessionId> {
    public SessionId {
        Identifiers.check("sessionId", value);
    }

    /// Reads the id of a session that a request names under another name.
    public static SessionId parse(String field, String value) {
        Identifiers.check(field, value);
        return new SessionId(value);
    }

    @Override
    public int compareTo(SessionId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
