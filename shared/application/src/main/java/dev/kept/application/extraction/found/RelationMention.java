package dev.kept.application.extraction.found;

import dev.kept.domain.id.TurnId;
import java.util.LinkedHashMap;
import java.util.Map;

/// A typed, directed tie between two things, by their canonical names.
///
/// @param relation e.g. `owns`, `replaced_by`
public record RelationMention(String from, String relation, String to, TurnId turnId) {
    /// Whether it is an end.
    public boolean names(String thing) {
        return from.equals(thing) || to.equals(thing);
    }

    /// As a memory keeps it.
    public Map<String, String> kept() {
        Map<String, String> kept = new LinkedHashMap<>();
        kept.put("from", from);
        kept.put("relation", relation);
        kept.put("to", to);
        return kept;
    }
}
