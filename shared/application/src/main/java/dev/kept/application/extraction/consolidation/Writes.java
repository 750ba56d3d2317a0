package dev.kept.application.extraction.consolidation;

import dev.kept.domain.extraction.ExtractionCommit;
import dev.kept.domain.id.MemoryId;
import dev.kept.domain.memory.Change;
import dev.kept.domain.memory.Forgotten;
import dev.kept.domain.memory.Memory;
import dev.kept.domain.memory.MemoryWrite;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// What is known in a run, and what is to be written of it: one write for each memory, whatever happens to it in the
/// run.
final class Writes {
    private final Map<MemoryId, Memory> known;
    private final Map<MemoryId, MemoryWrite> writes = new LinkedHashMap<>();
    private Function<MemoryId, Optional<Memory>> stored = _ -> Optional.empty();

    Writes(Map<MemoryId, Memory> known) {
        this.known = new LinkedHashMap<>(known);
    }

    /// Finds what is not known because it does not hold.
    void readFrom(Function<MemoryId, Optional<Memory>> store) {
        this.stored = store;
    }

    /// As they are by the writes so far.
    Collection<Memory> known() {
        return known.values();
    }

    boolean knows(MemoryId id) {
        return known.containsKey(id);
    }

    /// Takes it for known without writing it.
    void know(Memory memory) {
        known.put(memory.id(), memory);
    }

    /// As it is by the writes so far, whether it holds or not.
    Optional<Memory> current(MemoryId id) {
        return Optional.ofNullable(known.get(id)).or(() -> stored.apply(id));
    }

    /// A rereading compares with some as if they held.
    boolean holds(Memory memory) {
        return writes.containsKey(memory.id())
                ? writes.get(memory.id()).memory().isActive()
                : stored.apply(memory.id()).filter(Memory::isActive).isPresent();
    }

    void create(Memory memory) {
        known.put(memory.id(), memory);
        writes.put(memory.id(), new MemoryWrite.Create(memory, new Change(Consolidation.BY, "created")));
    }

    /// What the run creates it creates as it is in the end.
    void change(Memory changed, String why) {
        known.put(changed.id(), changed);
        MemoryWrite write = writes.get(changed.id()) instanceof MemoryWrite.Create create
                ? new MemoryWrite.Create(changed, create.change())
                : new MemoryWrite.Update(changed, new Change(Consolidation.BY, why));
        writes.put(changed.id(), write);
    }

    /// What the run would have created it does not create.
    MemoryWrite forget(Memory memory, Forgotten forgotten) {
        known.remove(memory.id());
        Change change = new Change(Consolidation.BY, "taken back in the conversation");
        boolean isNew = writes.get(memory.id()) instanceof MemoryWrite.Create;
        MemoryWrite write = isNew
                ? new MemoryWrite.Withhold(memory, change, forgotten)
                : new MemoryWrite.Forget(memory, change, forgotten);
        writes.put(memory.id(), write);
        return write;
    }

    /// How many items of the store the writes change.
    int items() {
        return ExtractionCommit.items(writes.values());
    }

    /// In the order in which they came up.
    List<MemoryWrite> all() {
        return List.copyOf(writes.values());
    }
}
