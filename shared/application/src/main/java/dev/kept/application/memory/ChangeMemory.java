package dev.kept.application.memory;

import dev.kept.application.redaction.Redactor;
import dev.kept.domain.error.Conflict;
import dev.kept.domain.error.NotFound;
import dev.kept.domain.id.MemoryId;
import dev.kept.domain.id.Owner;
import dev.kept.domain.memory.Change;
import dev.kept.domain.memory.Memory;
import dev.kept.domain.memory.MemoryStore;
import dev.kept.domain.text.Limits;
import java.time.Clock;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/// Changes a memory by hand; the fields that a person set stay as they were set.
public final class ChangeMemory {
    private final MemoryStore memories;
    private final Redactor redactor;
    private final Clock clock;

    public ChangeMemory(MemoryStore memories, Redactor redactor, Clock clock) {
        this.memories = memories;
        this.redactor = redactor;
        this.clock = clock;
    }

    /// @param expectedVersion empty: whatever it is
    /// @throws NotFound when the owner has no such memory
    /// @throws Conflict when the version is another one
    public Memory change(Owner owner, MemoryId id, Optional<Long> expectedVersion, MemoryDraft draft, String by) {
        Memory memory = memories.find(owner, id).orElseThrow(() -> new NotFound("memory", id.value()));
        if (expectedVersion.isPresent() && expectedVersion.get() != memory.version()) {
            throw Conflict.versionRace("memory", id.value());
        }
        MemoryDraft redacted = draft.redacted(redactor);
        Memory changed = memory.with(statement(memory.statement(), redacted), clock.instant());
        return memories.update(withProvenance(withValidity(changed, draft), draft), new Change(by, "edited"));
    }

    private Memory.Statement statement(Memory.Statement before, MemoryDraft draft) {
        Optional<String> content = draft.content()
                .map(text -> redactor.redact(Limits.content("content", text, Limits.MEMORY_CHARACTERS))
                        .text());
        SortedSet<String> overrides = new TreeSet<>(before.overrides());
        TellMemory.addIf(overrides, content, "content");
        TellMemory.addIf(overrides, draft.type(), "type");
        TellMemory.addIf(overrides, draft.importance(), "importance");
        TellMemory.addIf(overrides, draft.entities(), "entities");
        TellMemory.addIf(overrides, draft.tags(), "tags");
        return new Memory.Statement(
                draft.type().orElse(before.type()),
                content.orElse(before.content()),
                content.map(DescribeMemory::shortened).orElse(before.summary()),
                draft.importance().orElse(before.importance()),
                before.confidence(),
                draft.entities().orElse(before.entities()),
                draft.tags().orElse(before.tags()),
                draft.pinned().orElse(before.pinned()),
                overrides,
                draft.metadata().orElse(before.metadata()));
    }

    private Memory withValidity(Memory memory, MemoryDraft draft) {
        Memory.Validity validity = memory.validity();
        return draft.validFrom()
                .map(from -> memory.with(
                        new Memory.Validity(
                                validity.status(),
                                from,
                                validity.validTo(),
                                validity.supersedes(),
                                validity.supersededBy()),
                        clock.instant()))
                .orElse(memory);
    }

    private Memory withProvenance(Memory memory, MemoryDraft draft) {
        if (draft.projectId().isEmpty() && draft.sessionId().isEmpty()) {
            return memory;
        }
        Memory.Provenance before = memory.provenance();
        return memory.with(
                new Memory.Provenance(
                        before.origin(),
                        before.trust(),
                        draft.projectId().or(before::projectId),
                        draft.sessionId().or(before::sessionId),
                        before.sourceTurnIds(),
                        before.clientTurnIds()),
                clock.instant());
    }
}
