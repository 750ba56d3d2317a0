package dev.kept.testkit;

import dev.kept.domain.error.Conflict;
import dev.kept.domain.error.NotFound;
import dev.kept.domain.id.MemoryId;
import dev.kept.domain.id.Owner;
import dev.kept.domain.memory.Change;
import dev.kept.domain.memory.Forgotten;
import dev.kept.domain.memory.Memory;
import dev.kept.domain.memory.MemoryQuery;
import dev.kept.domain.memory.MemoryStore;
import dev.kept.domain.memory.MemoryVersion;
import dev.kept.domain.memory.MemoryWrite;
import dev.kept.domain.page.Page;
import dev.kept.domain.page.PageRequest;
import dev.kept.domain.search.Embedding;
import dev.kept.domain.search.Kind;
import dev.kept.domain.search.SearchRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Memories in memory.
public final class FakeMemoryStore implements MemoryStore {
    private final FakeDatabase database;

    public FakeMemoryStore(FakeDatabase database) {
        this.database = database;
    }

    @Override
    public Memory create(Memory memory, Change change) {
        synchronized (database) {
            if (find(memory.owner(), memory.id()).isPresent()) {
                throw Conflict.exists("memory", memory.id().value());
            }
            return store(new ArrayList<>(), versioned(memory, 1), change);
        }
    }

    @Override
    public Optional<Memory> find(Owner owner, MemoryId id) {
        synchronized (database) {
            return Optional.ofNullable(database.memories.get(new FakeDatabase.MemoryRef(owner, id)))
                    .map(versions -> versions.getLast().memory());
        }
    }

    @Override
    public Memory update(Memory changed, Change change) {
        synchronized (database) {
            Memory current = find(changed.owner(), changed.id())
                    .orElseThrow(() -> new NotFound("memory", changed.id().value()));
            requireVersion(current, changed.version());
            List<MemoryVersion> versions = database.memories.getOrDefault(ref(changed), List.of());
            return store(versions, versioned(changed, current.version() + 1), change);
        }
    }

    @Override
    public boolean delete(Owner owner, MemoryId id, OptionalLong version) {
        synchronized (database) {
            Optional<Memory> found = find(owner, id);
            found.ifPresent(memory -> {
                version.ifPresent(expected -> requireVersion(memory, expected));
                database.memories.remove(ref(memory));
                database.removed(FakeDatabase.key(memory), Kind.MEMORY, id.value(), memory.version());
            });
            return found.isPresent();
        }
    }

    @Override
    public List<Memory> commit(List<MemoryWrite> writes) {
        synchronized (database) {
            writes.forEach(this::require);
            return writes.stream().flatMap(write -> write(write).stream()).toList();
        }
    }

    private void require(MemoryWrite write) {
        Memory memory = write.memory();
        Optional<Memory> current = find(memory.owner(), memory.id());
        switch (write) {
            case MemoryWrite.Create _ ->
                current.ifPresent(_ -> {
                    throw Conflict.exists("memory", memory.id().value());
                });
            case MemoryWrite.Withhold _ -> {}
            case MemoryWrite.Update _, MemoryWrite.SetAside _, MemoryWrite.Remove _, MemoryWrite.Forget _ ->
                requireVersion(
                        current.orElseThrow(
                                () -> new NotFound("memory", memory.id().value())),
                        memory.version());
        }
    }

    /// @return the memory, when it is there afterwards
    Optional<Memory> write(MemoryWrite write) {
        return switch (write) {
            case MemoryWrite.Create create -> Optional.of(create(create.memory(), create.change()));
            case MemoryWrite.Update update -> Optional.of(update(update.memory(), update.change()));
            case MemoryWrite.SetAside aside -> {
                remember(aside.forgotten());
                yield Optional.of(update(aside.memory(), aside.change()));
            }
            case MemoryWrite.Remove remove -> remove(remove.memory());
            case MemoryWrite.Forget forget -> {
                remember(forget.forgotten());
                yield remove(forget.memory());
            }
            case MemoryWrite.Withhold withhold -> {
                remember(withhold.forgotten());
                yield Optional.empty();
            }
        };
    }

    private Optional<Memory> remove(Memory memory) {
        delete(memory.owner(), memory.id(), OptionalLong.of(memory.version()));
        return Optional.empty();
    }

    private void remember(Forgotten forgotten) {
        database.forgotten.put(new FakeDatabase.MemoryRef(forgotten.owner(), forgotten.memoryId()), forgotten);
    }

    @Override
    public Page<Memory> list(Owner owner, MemoryQuery query, PageRequest page) {
        synchronized (database) {
            return Pages.<Memory>descending("memories" + owner + query, memory -> position(query, memory))
                    .cut(
                            database.memories.values().stream()
                                    .map(versions -> versions.getLast().memory())
                                    .filter(memory -> memory.owner().equals(owner))
                                    .filter(query::admits),
                            page);
        }
    }

    @Override
    public Page<MemoryVersion> history(Owner owner, MemoryId id, PageRequest page) {
        synchronized (database) {
            List<MemoryVersion> versions =
                    database.memories.getOrDefault(new FakeDatabase.MemoryRef(owner, id), List.of());
            return Pages.<MemoryVersion>descending(
                            "history" + owner + id,
                            version -> "%010d".formatted(version.memory().version()))
                    .cut(versions.stream(), page);
        }
    }

    private static String position(MemoryQuery query, Memory memory) {
        return query.projectId().isPresent()
                ? Sorting.at(memory.usage().createdAt(), memory.id())
                : memory.id().value();
    }

    private Memory store(List<MemoryVersion> versions, Memory memory, Change change) {
        versions.add(new MemoryVersion(memory, change));
        database.memories.put(ref(memory), versions);
        database.changed(FakeDatabase.key(memory), SearchRecord.of(memory, embedding(memory)));
        return memory;
    }

    /// The vector is of the content, so it holds as long as that does.
    private Optional<Embedding> embedding(Memory memory) {
        return Optional.ofNullable(database.records.get(FakeDatabase.key(memory)))
                .filter(before -> before.content().equals(memory.statement().content()))
                .flatMap(SearchRecord::embedding);
    }

    private static void requireVersion(Memory current, long expected) {
        if (current.version() != expected) {
            throw Conflict.versionRace("memory", current.id().value());
        }
    }

    private static FakeDatabase.MemoryRef ref(Memory memory) {
        return new FakeDatabase.MemoryRef(memory.owner(), memory.id());
    }

    private static Memory versioned(Memory memory, long version) {
        return new Memory(
                memory.owner(),
                memory.id(),
                memory.statement(),
                memory.provenance(),
                memory.validity(),
                memory.usage(),
                version);
    }
}
