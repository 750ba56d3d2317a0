package dev.kept.application.extraction;

import dev.kept.domain.extraction.ExtractionCommit;
import dev.kept.domain.extraction.ExtractionCounts;
import dev.kept.domain.id.MemoryId;
import dev.kept.domain.id.SessionId;
import dev.kept.domain.id.TurnId;
import dev.kept.domain.memory.Change;
import dev.kept.domain.memory.Memory;
import dev.kept.domain.memory.Memory.Statement;
import dev.kept.domain.memory.Memory.Validity;
import dev.kept.domain.memory.MemoryStatus;
import dev.kept.domain.memory.MemoryVersion;
import dev.kept.domain.memory.MemoryWrite;
import dev.kept.domain.page.PageRequest;
import dev.kept.domain.session.Turn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Ends a rereading: what was not found again goes, and what it had outdated holds again, or is outdated by what had
/// outdated it in turn.
///
/// A memory that rests on turns of other sessions as well stays: they were not read again.
final class Settling {
    private static final String WHY = "what took its place was not found again";
    /// More would not fit into a transaction, and a memory outdates two.
    private static final int DEPENDENTS_MAX = 20;

    private final ExtractionStores stores;
    private final SessionId session;
    private final SessionMemories mine;
    private final Instant now;
    private final Map<MemoryId, Memory> changed = new LinkedHashMap<>();
    private final Map<MemoryId, Memory> removed = new LinkedHashMap<>();

    Settling(ExtractionStores stores, SessionId session, SessionMemories mine, Instant now) {
        this.stores = stores;
        this.session = session;
        this.mine = mine;
        this.now = now;
    }

    /// @return whether nothing is left to be removed
    boolean removeWhatFits() {
        List<Memory> old = mine.old().values().stream()
                .filter(memory -> memory.validity().status() != MemoryStatus.ARCHIVED)
                .filter(this::restsOnThisSessionAlone)
                .toList();
        for (Memory memory : old) {
            List<Memory> dependents = dependents(memory);
            int items = new MemoryWrite.Remove(memory, change(memory)).items() + 2 * (dependents.size() + 1);
            if (!removed.isEmpty() && ExtractionCommit.items(writes()) + items > ExtractionCommit.ITEMS_MAX) {
                return false;
            }
            remove(memory, dependents);
        }
        return true;
    }

    List<MemoryWrite> writes() {
        Stream<MemoryWrite> removals =
                removed.values().stream().map(memory -> new MemoryWrite.Remove(memory, change(memory)));
        Stream<MemoryWrite> updates = changed.values().stream()
                .map(memory -> new MemoryWrite.Update(memory, new Change(Consolidation.BY, WHY)));
        return Stream.concat(removals, updates).toList();
    }

    ExtractionCounts counts() {
        return ExtractionCounts.sum(
                removed.values().stream().map(_ -> ExtractionCounts.ofRemoved()).toList());
    }

    private static Change change(Memory memory) {
        return new Change(
                Consolidation.BY,
                "not found again in " + memory.provenance().sessionId().orElseThrow());
    }

    private boolean restsOnThisSessionAlone(Memory memory) {
        return memory.provenance().sourceTurnIds().stream().allMatch(turn -> isOfSession(memory, turn));
    }

    private boolean isOfSession(Memory memory, TurnId turn) {
        return stores.turns().upTo(memory.owner(), session, Optional.of(turn), 1).stream()
                .map(Turn::id)
                .anyMatch(turn::equals);
    }

    private List<Memory> dependents(Memory memory) {
        Set<MemoryId> named = new LinkedHashSet<>();
        memory.validity().supersedes().ifPresent(named::add);
        if (memory.statement().metadata().get(CandidateMemory.ALSO_SUPERSEDES) instanceof List<?> more) {
            more.forEach(id -> named.add(new MemoryId(String.valueOf(id))));
        }
        Stream.of(mine.old().values(), mine.again().values(), changed.values())
                .flatMap(Collection::stream)
                .filter(other -> isSupersededBy(other, memory.id()))
                .forEach(other -> named.add(other.id()));
        List<Memory> dependents = new ArrayList<>();
        named.stream()
                .filter(id -> !removed.containsKey(id))
                .flatMap(id -> current(memory, id).stream())
                .filter(other -> isSupersededBy(other, memory.id()))
                .limit(DEPENDENTS_MAX)
                .forEach(dependents::add);
        return dependents;
    }

    private Optional<Memory> current(Memory near, MemoryId id) {
        return Optional.ofNullable(changed.get(id)).or(() -> stores.memories().find(near.owner(), id));
    }

    private static boolean isSupersededBy(Memory memory, MemoryId id) {
        return memory.validity().supersededBy().equals(Optional.of(id));
    }

    private void remove(Memory memory, List<Memory> dependents) {
        Memory last = Optional.ofNullable(changed.remove(memory.id())).orElse(memory);
        removed.put(memory.id(), last);
        Optional<Memory> heir = last.validity()
                .supersededBy()
                .filter(id -> !removed.containsKey(id))
                .flatMap(id -> current(memory, id));
        dependents.forEach(one ->
                changed.put(one.id(), heir.map(next -> outdated(one, next)).orElseGet(() -> holdsAgain(one))));
        heir.filter(next -> next.validity().supersedes().equals(Optional.of(memory.id())))
                .ifPresent(next -> changed.put(next.id(), superseding(next, dependents)));
    }

    private Memory outdated(Memory one, Memory heir) {
        return one.with(
                new Validity(
                        one.validity().status(),
                        one.validity().validFrom(),
                        one.validity().validTo(),
                        one.validity().supersedes(),
                        Optional.of(heir.id())),
                now);
    }

    private Memory superseding(Memory heir, List<Memory> dependents) {
        Validity before = heir.validity();
        return heir.with(
                new Validity(
                        before.status(),
                        before.validFrom(),
                        before.validTo(),
                        dependents.stream().map(Memory::id).findFirst(),
                        before.supersededBy()),
                now);
    }

    /// With the importance that it had before it was outdated.
    private Memory holdsAgain(Memory one) {
        Statement before = one.statement();
        Map<String, Object> metadata = new LinkedHashMap<>(before.metadata());
        double importance = metadata.remove(Outdated.IMPORTANCE_BEFORE) instanceof Number noted
                ? noted.doubleValue()
                : importanceWhenActive(one);
        Statement again = new Statement(
                before.type(),
                before.content(),
                before.summary(),
                importance,
                before.confidence(),
                before.entities(),
                before.tags(),
                before.pinned(),
                before.overrides(),
                metadata);
        return SessionMemories.active(one).with(again, now);
    }

    private double importanceWhenActive(Memory one) {
        return versions(one).stream()
                .filter(version -> version.memory().isActive())
                .findFirst()
                .map(version -> version.memory().statement().importance())
                .orElse(one.statement().importance());
    }

    private List<MemoryVersion> versions(Memory one) {
        return stores.memories()
                .history(one.owner(), one.id(), PageRequest.first(PageRequest.LIMIT_MAX))
                .items();
    }
}
