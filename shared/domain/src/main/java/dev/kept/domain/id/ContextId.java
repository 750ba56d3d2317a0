package dev.kept.domain.id;

/// Names a context; its versions are numbered from 1.
public record ContextId(String value) implements Comparable<ContextId> {
    public ContextId {
        Identifiers.check("contextId", value);
    }

    @Override
    public int compareTo(ContextId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
