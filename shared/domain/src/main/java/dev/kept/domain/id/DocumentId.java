package dev.kept.domain.id;

/// Names one document, whatever its content; sorts by time of creation.
public record DocumentId(String value) implements Comparable<DocumentId> {
    public DocumentId {
        Identifiers.check("documentId", value);
    }

    @Override
    public int compareTo(DocumentId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
