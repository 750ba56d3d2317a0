package dev.kept.domain.id;

/// Names one memory; sorts by time of creation.
public record MemoryId(String value) implements Comparable<MemoryId> {
    public MemoryId {
        Identifiers.check("memoryId", value);
    }

    @Override
    public int compareTo(MemoryId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
