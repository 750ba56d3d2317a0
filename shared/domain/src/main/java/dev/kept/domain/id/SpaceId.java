package dev.kept.domain.id;

/// Names a shared collection of memories.
public record SpaceId(String value) implements Comparable<SpaceId> {
    public SpaceId {
        Identifiers.check("spaceId", value);
    }

    @Override
    public int compareTo(SpaceId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
