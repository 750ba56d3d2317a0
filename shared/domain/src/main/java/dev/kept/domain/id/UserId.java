package dev.kept.domain.id;

/// Names the person that a request acts for. Chosen by the administrator: 1 to 128 letters, digits and `._@:-`.
public record UserId(String value) implements Comparable<UserId> {
    public UserId {
        Identifiers.check("userId", value);
    }

    @Override
    public int compareTo(UserId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
