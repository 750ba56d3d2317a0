package dev.kept.domain.id;

/// The label that groups sessions and memories of one owner. Free text of 1 to 256 characters without control
/// characters or `#`, which separates the parts of a table key.
public record ProjectId(String value) {
    public ProjectId {
        Identifiers.checkLabel("projectId", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
