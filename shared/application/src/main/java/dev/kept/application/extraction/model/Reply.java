package dev.kept.application.extraction.model;

import dev.kept.domain.memory.MemoryType;
import java.util.List;
import java.util.Optional;

/// What a model proposes to keep: it follows the form, and nothing more is known of it.
public record Reply(List<Proposal> memories, List<Tie> relations) {
    public Reply {
        memories = List.copyOf(memories);
        relations = List.copyOf(relations);
    }

    /// @param turns labels of the turns that it cites
    /// @param adopted says that somebody else proposed it and the user took it up
    /// @param code the reference of a block
    public record Proposal(
            MemoryType type,
            String content,
            List<String> turns,
            boolean adopted,
            boolean changes,
            Optional<String> code,
            List<Named> entities) {
        public Proposal {
            turns = List.copyOf(turns);
            entities = List.copyOf(entities);
        }

        public Proposal withContent(String other) {
            return new Proposal(type, other, turns, adopted, changes, code, entities);
        }
    }

    public record Named(String name, String kind) {}

    public record Tie(String from, String relation, String to, String turn) {}
}
