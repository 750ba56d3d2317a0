package dev.kept.application.memory;

import dev.kept.application.extraction.consolidation.Succession;
import dev.kept.application.redaction.Redactor;
import dev.kept.domain.error.Conflict;
import dev.kept.domain.error.NotFound;
import dev.kept.domain.id.MemoryId;
import dev.kept.domain.id.Owner;
import dev.kept.domain.memory.Change;
import dev.kept.domain.memory.Memory;
import dev.kept.domain.memory.MemoryStatus;
import dev.kept.domain.memory.MemoryStore;
import dev.kept.domain.memory.MemoryWrite;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Takes feedback on a memory: usefulness moves its rank, a wrong one is set aside, an outdated one ends now.
public final class RateMemory {
    private static final int TRIES = 5;
    private static final double WRONG_CONFIDENCE = 0.0;
    private final MemoryStore memories;
    private final Tombstone tombstone;
    private final Redactor redactor;
    private final Clock clock;

    public RateMemory(MemoryStore memories, Redactor redactor, Clock clock) {
        this.memories = memories;
        this.tombstone = new Tombstone(memories);
        this.redactor = redactor;
        this.clock = clock;
    }

    /// What the user says of it.
    public enum Signal {
        USEFUL,
        NOT_USEFUL,
        WRONG,
        OUTDATED
    }

    /// @param comment goes to the history
    /// @throws NotFound when the owner has no such memory
    public Memory rate(Owner owner, MemoryId id, Signal signal, Optional<String> comment, String by) {
        String why = "feedback " + signal.name().toLowerCase(Locale.ROOT)
                + comment.map(text -> ": " + redactor.redact(text).text()).orElse("");
        Conflict last = Conflict.versionRace("memory", id.value());
        for (int tries = 0; tries < TRIES; tries++) {
            Memory memory = memories.find(owner, id).orElseThrow(() -> new NotFound("memory", id.value()));
            try {
                return memories.commit(writes(memory, signal, new Change(by, why)))
                        .getFirst();
            } catch (Conflict race) {
                last = race;
            }
        }
        throw last;
    }

    /// What is wrong is not learned again from what was said before, and what it had taken the place of holds again.
    private List<MemoryWrite> writes(Memory memory, Signal signal, Change change) {
        Instant now = clock.instant();
        Memory rated = rated(memory, signal, now);
        if (signal != Signal.WRONG) {
            return List.of(new MemoryWrite.Update(rated, change));
        }
        List<MemoryWrite> writes = new ArrayList<>();
        writes.add(new MemoryWrite.SetAside(rated, change, tombstone.of(memory, now)));
        new Succession(id -> memories.find(memory.owner(), id), now)
                .without(memory)
                .forEach(one -> writes.add(
                        new MemoryWrite.Update(one, new Change(change.by(), "what took its place was wrong"))));
        return writes;
    }

    private static Memory rated(Memory memory, Signal signal, Instant now) {
        return switch (signal) {
            case USEFUL -> withFeedback(memory, 1, now);
            case NOT_USEFUL -> withFeedback(memory, -1, now);
            case WRONG ->
                withFeedback(memory, -1, now)
                        .with(memory.statement().withConfidence(WRONG_CONFIDENCE), now)
                        .with(status(memory, MemoryStatus.QUARANTINED, Optional.of(now)), now);
            case OUTDATED -> withFeedback(memory, 0, now).with(over(memory, now), now);
        };
    }

    /// It is over for good, whatever becomes of what took its place.
    private static Memory.Validity over(Memory memory, Instant now) {
        Memory.Validity before = memory.validity();
        return new Memory.Validity(
                MemoryStatus.SUPERSEDED,
                before.validFrom(),
                before.validTo().or(() -> Optional.of(now)),
                before.supersedes(),
                Optional.empty());
    }

    private static Memory.Validity status(Memory memory, MemoryStatus status, Optional<Instant> validTo) {
        Memory.Validity before = memory.validity();
        return new Memory.Validity(
                status,
                before.validFrom(),
                before.validTo().or(() -> validTo),
                before.supersedes(),
                before.supersededBy());
    }

    private static Memory withFeedback(Memory memory, int change, Instant now) {
        Memory.Usage before = memory.usage();
        Memory.Usage usage = new Memory.Usage(
                before.accessCount(), before.lastAccessedAt(), before.feedback() + change, before.createdAt(), now);
        return new Memory(
                memory.owner(),
                memory.id(),
                memory.statement(),
                memory.provenance(),
                memory.validity(),
                usage,
                memory.version());
    }
}
