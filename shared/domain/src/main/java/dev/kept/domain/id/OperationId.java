package dev.kept.domain.id;

/// Names a piece of work that goes on after the reply.
public record OperationId(String value) implements Comparable<OperationId> {
    public OperationId {
        Identifiers.check("operationId", value);
    }

    @Override
    public int compareTo(OperationId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
