package dev.kept.domain.id;

/// Names one turn. Within a session the ids sort in the order in which turns were accepted.
public record TurnId(String value) implements Comparable<TurnId> {
    public TurnId {
        Identifiers.check("turnId", value);
    }

    @Override
    public int compareTo(TurnId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
