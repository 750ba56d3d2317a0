package dev.kept.domain.id;

/// Names an API key; the public half of it.
public record KeyId(String value) implements Comparable<KeyId> {
    public KeyId {
        Identifiers.check("keyId", value);
    }

    @Override
    public int compareTo(KeyId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
