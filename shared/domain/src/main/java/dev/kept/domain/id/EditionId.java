package dev.kept.domain.id;

/// Names one writing of a document: its chunks carry it, so that those of two writings are never taken for each other.
public record EditionId(String value) {
    public EditionId {
        Identifiers.check("edition", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
