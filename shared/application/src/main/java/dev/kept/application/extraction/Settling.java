package dev.kept.application.extraction;

import dev.kept.application.extraction.consolidation.Comparing;
import dev.kept.application.extraction.consolidation.Consolidation;
import dev.kept.application.extraction.consolidation.Succession;
import dev.kept.domain.extraction.ExtractionCommit;
import dev.kept.domain.extraction.ExtractionCounts;
import dev.kept.domain.id.MemoryId;
import dev.kept.domain.id.SessionId;
import dev.kept.domain.id.TurnId;
import dev.kept.domain.memory.Change;
import dev.kept.domain.memory.Memory;
import dev.kept.domain.memory.MemoryStatus;
import dev.kept.domain.memory.MemoryWrite;
import dev.kept.domain.session.Turn;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Ends a rereading: what was not found again goes, and what it had outdated holds again, or is outdated by what had
/// outdated it in turn.
///
/// A memory that rests on turns of other sessions as well stays: they were not read again.
final class Settling {
    private static final String WHY = "what took its place was not found again";

    private final ExtractionStores stores;
    private final SessionId session;
    private final SessionMemories mine;
    private final Comparing comparing;
    private final Instant now;
    private final Map<MemoryId, Memory> changed = new LinkedHashMap<>();
    private final Map<MemoryId, Memory> removed = new LinkedHashMap<>();

    Settling(ExtractionStores stores, SessionId session, SessionMemories mine, Comparing comparing, Instant now) {
        this.stores = stores;
        this.session = session;
        this.mine = mine;
        this.comparing = comparing;
        this.now = now;
    }

    /// @return whether nothing is left to be removed
    boolean removeWhatFits() {
        List<Memory> old = mine.old().values().stream()
                .filter(memory -> memory.validity().status() != MemoryStatus.ARCHIVED)
                .filter(this::restsOnThisSessionAlone)
                .toList();
        for (Memory before : old) {
            Memory memory = Optional.ofNullable(changed.get(before.id())).orElse(before);
            List<Memory> followers = without(memory);
            int items = new MemoryWrite.Remove(memory, change(memory)).items() + 2 * followers.size();
            if (!removed.isEmpty() && ExtractionCommit.items(writes()) + items > ExtractionCommit.ITEMS_MAX) {
                return false;
            }
            remove(memory, followers);
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

    /// What has been changed by the way may have been outdated by it, too.
    private List<Memory> without(Memory memory) {
        List<MemoryId> more = Stream.of(mine.old().values(), mine.again().values(), changed.values())
                .flatMap(Collection::stream)
                .filter(other -> other.validity().supersededBy().equals(Optional.of(memory.id())))
                .map(Memory::id)
                .toList();
        return new Succession(id -> current(memory, id), comparing, now).without(memory, more);
    }

    private Optional<Memory> current(Memory near, MemoryId id) {
        return removed.containsKey(id)
                ? Optional.empty()
                : Optional.ofNullable(changed.get(id))
                        .or(() -> stores.memories().find(near.owner(), id));
    }

    private void remove(Memory memory, List<Memory> followers) {
        changed.remove(memory.id());
        removed.put(memory.id(), memory);
        followers.forEach(one -> changed.put(one.id(), one));
    }
}
