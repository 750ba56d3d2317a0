package dev.kept.application.extraction.consolidation;

import dev.kept.domain.id.MemoryId;
import dev.kept.domain.memory.Memory;
import dev.kept.domain.memory.Memory.Statement;
import dev.kept.domain.memory.MemoryStatus;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// A memory whose place another one took.
public final class Outdated {
    /// What it weighed before, for when what took its place turns out not to be so.
    static final String IMPORTANCE_BEFORE = "importanceBefore";

    private static final double IMPORTANCE = 0.3;

    private Outdated() {}

    /// @param at from when on the newer one holds
    static Memory by(MemoryId newer, Instant at, Memory old, Instant now) {
        return old.with(lessImportant(old.statement()), now).supersededBy(newer, at, now);
    }

    /// It holds, with the importance that it had before.
    static Memory noLonger(Memory old, Instant now) {
        Map<String, Object> metadata = new LinkedHashMap<>(old.statement().metadata());
        double importance = metadata.remove(IMPORTANCE_BEFORE) instanceof Number before
                ? before.doubleValue()
                : old.statement().importance();
        Statement again = with(old.statement(), importance, metadata);
        return asActive(old).with(again, now);
    }

    /// As if nothing had taken its place; all else is as it was.
    public static Memory asActive(Memory memory) {
        Memory.Validity before = memory.validity();
        return memory.with(
                new Memory.Validity(
                        MemoryStatus.ACTIVE,
                        before.validFrom(),
                        Optional.empty(),
                        before.supersedes(),
                        Optional.empty()),
                memory.usage().updatedAt());
    }

    private static Statement lessImportant(Statement old) {
        double importance =
                old.overrides().contains("importance") ? old.importance() : Math.min(old.importance(), IMPORTANCE);
        Map<String, Object> metadata = new LinkedHashMap<>(old.metadata());
        if (importance != old.importance()) {
            metadata.put(IMPORTANCE_BEFORE, old.importance());
        }
        return with(old, importance, metadata);
    }

    private static Statement with(Statement old, double importance, Map<String, Object> metadata) {
        return new Statement(
                old.type(),
                old.content(),
                old.summary(),
                importance,
                old.confidence(),
                old.entities(),
                old.tags(),
                old.pinned(),
                old.overrides(),
                metadata);
    }
}
