package dev.kept.application.extraction.consolidation;

import dev.kept.application.extraction.found.Candidate;
import dev.kept.domain.id.MemoryId;
import dev.kept.domain.memory.Memory;
import dev.kept.domain.memory.Memory.Validity;
import dev.kept.domain.memory.MemoryStatus;
import dev.kept.domain.memory.Origin;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/// What follows when a memory goes that took the place of others: "forget that we moved" says that we live where we
/// did. What it outdated holds again; where a still newer memory took its place in turn, that one stands over them now.
///
/// What was forgotten, set aside or archived meanwhile is not brought back; nor is what was merged or split, for it
/// goes on in what it became.
public final class Succession {
    private final Function<MemoryId, Optional<Memory>> memories;
    private final Comparing comparing;
    private final Instant now;

    /// @param memories as they are now, or will be by the writes so far; empty for one that goes as well
    public Succession(Function<MemoryId, Optional<Memory>> memories, Instant now) {
        this(memories, new Comparing(Nearness.unknown()), now);
    }

    /// @param comparing tells which of those that hold again outdates which
    public Succession(Function<MemoryId, Optional<Memory>> memories, Comparing comparing, Instant now) {
        this.memories = memories;
        this.comparing = comparing;
        this.now = now;
    }

    /// @return the memories that change, as they are then; to be written together with what makes the memory go
    public List<Memory> without(Memory gone) {
        return without(gone, List.of());
    }

    /// @param more that may have been outdated by it, though it does not name them
    public List<Memory> without(Memory gone, Collection<MemoryId> more) {
        List<Memory> outdated = outdatedBy(gone, more);
        Optional<Memory> heir = gone.validity().supersededBy().flatMap(memories);
        return heir.map(newer -> handedOn(gone, outdated, newer)).orElseGet(() -> holdingAgain(outdated));
    }

    private List<Memory> outdatedBy(Memory gone, Collection<MemoryId> more) {
        if (gone.provenance().origin() == Origin.CONSOLIDATED) {
            return List.of();
        }
        return Stream.concat(Superseded.by(gone).stream(), more.stream())
                .distinct()
                .flatMap(id -> memories.apply(id).stream())
                .filter(memory -> memory.validity().status() == MemoryStatus.SUPERSEDED)
                .filter(memory -> memory.validity().supersededBy().equals(Optional.of(gone.id())))
                .limit(Superseded.NAMED_MAX)
                .toList();
    }

    private List<Memory> handedOn(Memory gone, List<Memory> outdated, Memory heir) {
        Set<MemoryId> named = new LinkedHashSet<>(Superseded.by(heir));
        boolean wasNamed = named.remove(gone.id());
        outdated.forEach(memory -> named.add(memory.id()));
        List<Memory> changed = new ArrayList<>();
        outdated.forEach(memory -> changed.add(behind(memory, heir)));
        if (wasNamed || !outdated.isEmpty()) {
            changed.add(Superseded.naming(named, heir, now));
        }
        return changed;
    }

    /// Those that came late were never compared with each other: the newest of them holds.
    private List<Memory> holdingAgain(List<Memory> outdated) {
        Map<MemoryId, Memory> changed = new LinkedHashMap<>();
        List<Memory> newestFirst = outdated.stream()
                .sorted(Comparator.comparing(
                                (Memory memory) -> memory.validity().validFrom())
                        .reversed())
                .toList();
        for (Memory memory : newestFirst) {
            Optional<Memory> newer = changed.values().stream()
                    .filter(Memory::isActive)
                    .filter(one -> outdates(one, memory))
                    .findFirst();
            newer.ifPresent(one -> changed.put(one.id(), Superseded.alsoNaming(memory.id(), one, now)));
            changed.put(memory.id(), newer.map(one -> behind(memory, one)).orElseGet(() -> holdsAgain(memory)));
        }
        return List.copyOf(changed.values());
    }

    private boolean outdates(Memory newer, Memory older) {
        return switch (comparing.compare(asCandidate(newer), List.of(holdsAgain(older)))) {
            case Comparison.Updates _, Comparison.Same _ -> true;
            case Comparison.New _, Comparison.Late _ -> false;
        };
    }

    private static Candidate asCandidate(Memory memory) {
        Memory.Statement statement = memory.statement();
        return new Candidate(
                statement.type(),
                statement.content(),
                statement.summary(),
                statement.importance(),
                statement.confidence(),
                statement.entities(),
                memory.provenance().sourceTurnIds(),
                memory.provenance().clientTurnIds(),
                memory.provenance().trust(),
                memory.validity().validFrom(),
                false,
                "",
                List.of());
    }

    private Memory behind(Memory memory, Memory newer) {
        Validity before = memory.validity();
        return memory.with(
                new Validity(
                        MemoryStatus.SUPERSEDED,
                        before.validFrom(),
                        Optional.of(newer.validity().validFrom()),
                        before.supersedes(),
                        Optional.of(newer.id())),
                now);
    }

    private Memory holdsAgain(Memory memory) {
        return Outdated.noLonger(memory, now);
    }
}
