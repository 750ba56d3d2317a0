package dev.kept.application.memory;

import dev.kept.application.extraction.consolidation.Succession;
import dev.kept.domain.error.Conflict;
import dev.kept.domain.error.NotFound;
import dev.kept.domain.id.MemoryId;
import dev.kept.domain.id.Owner;
import dev.kept.domain.memory.Change;
import dev.kept.domain.memory.Memory;
import dev.kept.domain.memory.MemoryStore;
import dev.kept.domain.memory.MemoryWrite;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Removes a memory with its history, so that its statement stays forgotten: it is not learned again from what was
/// said before. Who says it anew has it kept again. What it had taken the place of holds again.
public final class ForgetMemory {
    private static final int TRIES = 5;
    private final MemoryStore memories;
    private final Tombstone tombstone;
    private final Clock clock;

    public ForgetMemory(MemoryStore memories, Clock clock) {
        this.memories = memories;
        this.tombstone = new Tombstone(memories);
        this.clock = clock;
    }

    /// @param expectedVersion empty: whatever it is
    /// @throws NotFound when the owner has no such memory
    /// @throws Conflict when the version is another one
    public void forget(Owner owner, MemoryId id, Optional<Long> expectedVersion, String by) {
        Conflict last = Conflict.versionRace("memory", id.value());
        for (int tries = 0; tries < TRIES; tries++) {
            Memory memory = memories.find(owner, id).orElseThrow(() -> new NotFound("memory", id.value()));
            if (expectedVersion.isPresent() && expectedVersion.get() != memory.version()) {
                throw last;
            }
            try {
                memories.commit(writes(memory, by, clock.instant()));
                return;
            } catch (Conflict race) {
                last = race;
            }
        }
        throw last;
    }

    private List<MemoryWrite> writes(Memory memory, String by, Instant now) {
        MemoryWrite forget = new MemoryWrite.Forget(memory, new Change(by, "forgotten"), tombstone.of(memory, now));
        Stream<MemoryWrite> followers = new Succession(id -> memories.find(memory.owner(), id), now)
                .without(memory).stream()
                        .map(one -> new MemoryWrite.Update(one, new Change(by, "what took its place was forgotten")));
        return Stream.concat(Stream.of(forget), followers).toList();
    }
}
