package dev.kept.application.memory;

import dev.kept.application.extraction.found.Extractors;
import dev.kept.application.redaction.Redactor;
import dev.kept.domain.error.Conflict;
import dev.kept.domain.error.InvalidRequest;
import dev.kept.domain.id.MemoryId;
import dev.kept.domain.id.Owner;
import dev.kept.domain.memory.Change;
import dev.kept.domain.memory.Memory;
import dev.kept.domain.memory.MemoryStore;
import dev.kept.domain.memory.Origin;
import dev.kept.domain.memory.Trust;
import dev.kept.domain.text.Limits;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/// Keeps a memory that is told directly. What the teller sets by hand is an override that no pipeline changes.
public final class TellMemory {
    private final MemoryStore memories;
    private final DescribeMemory describe;
    private final Redactor redactor;
    private final Clock clock;

    public TellMemory(MemoryStore memories, Extractors extractors, Redactor redactor, Clock clock) {
        this.memories = memories;
        this.describe = new DescribeMemory(extractors);
        this.redactor = redactor;
        this.clock = clock;
    }

    /// @param id of the new memory: derived from the request when it may be repeated
    /// @return the memory; the one that the first try kept, when the id is taken
    /// @throws InvalidRequest naming the field at fault
    public Memory tell(Owner owner, MemoryId id, MemoryDraft told, String by) {
        MemoryDraft draft = told.redacted(redactor);
        String content = redacted(draft);
        Instant now = clock.instant();
        DescribeMemory.Description described = describe.describe(owner, draft.projectId(), content, now);
        Memory.Statement statement = new Memory.Statement(
                draft.type().orElse(described.type()),
                content,
                described.summary(),
                draft.importance().orElse(described.importance()),
                1.0,
                draft.entities().orElse(described.entities()),
                draft.tags().orElseGet(TreeSet::new),
                draft.pinned().orElse(false),
                overrides(draft),
                draft.metadata().orElse(Map.of()));
        Memory.Provenance provenance = new Memory.Provenance(
                Origin.STATED, Trust.USER, draft.projectId(), draft.sessionId(), List.of(), List.of());
        Memory memory = new Memory(
                owner,
                id,
                statement,
                provenance,
                Memory.Validity.from(draft.validFrom().orElse(now)),
                Memory.Usage.created(now),
                1);
        return create(memory, by);
    }

    private Memory create(Memory memory, String by) {
        try {
            return memories.create(memory, new Change(by, "told"));
        } catch (Conflict repeated) {
            return memories.find(memory.owner(), memory.id()).orElseThrow(() -> repeated);
        }
    }

    private String redacted(MemoryDraft draft) {
        String content = draft.content().orElseThrow(() -> new InvalidRequest("content", "must be given"));
        return redactor.redact(Limits.content("content", content, Limits.MEMORY_CHARACTERS))
                .text();
    }

    private static SortedSet<String> overrides(MemoryDraft draft) {
        SortedSet<String> set = new TreeSet<>();
        addIf(set, draft.type(), "type");
        addIf(set, draft.importance(), "importance");
        addIf(set, draft.entities(), "entities");
        addIf(set, draft.tags(), "tags");
        return set;
    }

    static void addIf(SortedSet<String> overrides, Optional<?> given, String field) {
        if (given.isPresent()) {
            overrides.add(field);
        }
    }
}
