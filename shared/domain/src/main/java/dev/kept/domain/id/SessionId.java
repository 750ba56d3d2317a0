package dev.kept.domain.id;

/// Names one session; unique within its owner, because a client may choose it.
public record SessionId(String value) implements Comparable<SessionId> {
    public SessionId {
        Identifiers.check("sessionId", value);
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
