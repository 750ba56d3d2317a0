package dev.kept.application.search;

import dev.kept.domain.context.ContextStore;
import dev.kept.domain.id.MemoryId;
import dev.kept.domain.id.Owner;
import dev.kept.domain.page.Page;
import dev.kept.domain.search.Kind;
import dev.kept.domain.search.RecordKey;
import dev.kept.domain.search.SearchFilter;
import dev.kept.domain.search.SearchRecord;
import dev.kept.domain.search.SearchSource;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Reads the memories of an owner from the store once for several searches without the index, which would each read
/// thousands of them.
///
/// What is remembered was read at some count of the owner's changes. A write since then either still has its mark, and
/// a search lays what is marked over what it reads here; or its mark was taken away, and before that the count went up:
/// then all is read anew. So {@link #newest} may be called only after the marks were read, as {@link Search} does.
public final class RememberedMemories implements SearchSource {
    /// Of 2,000 memories each, at about 3 KB a memory.
    private static final int OWNERS_MAX = 4;

    private final SearchSource source;
    private final ContextStore contexts;
    private final Map<Owner, Remembered> owners = new LeastRecent();

    /// @param contexts counts the changes
    public RememberedMemories(SearchSource source, ContextStore contexts) {
        this.source = source;
        this.contexts = contexts;
    }

    /// @param limit that they were read with
    private record Remembered(long changes, int limit, List<SearchRecord> memories) {
        boolean holds(long now, int wanted) {
            return changes == now && limit == wanted;
        }

        /// Whether those that the filter admits are the newest of those in the store: of one project or session there
        /// may
        /// be some further back.
        boolean answers(SearchFilter filter) {
            boolean wholeOwner =
                    filter.projectId().isEmpty() && filter.sessionId().isEmpty();
            return wholeOwner || memories.size() < limit;
        }
    }

    @Override
    public List<SearchRecord> newest(SearchFilter filter, int limit) {
        Set<Kind> kinds = filter.kinds().isEmpty() ? EnumSet.allOf(Kind.class) : EnumSet.copyOf(filter.kinds());
        if (!kinds.remove(Kind.MEMORY)) {
            return source.newest(filter, limit);
        }
        Remembered remembered = remembered(filter.owner(), limit);
        if (!remembered.answers(filter)) {
            return source.newest(filter, limit);
        }
        List<SearchRecord> others = kinds.isEmpty() ? List.of() : source.newest(filter.withKinds(kinds), limit);
        return Stream.of(remembered.memories().stream().filter(filter::admits).toList(), others)
                .flatMap(Collection::stream)
                .toList();
    }

    private Remembered remembered(Owner owner, int limit) {
        long changes = contexts.changes(owner);
        Optional<Remembered> known = known(owner).filter(memories -> memories.holds(changes, limit));
        return known.orElseGet(() -> keep(owner, new Remembered(changes, limit, source.memories(owner, limit))));
    }

    private Optional<Remembered> known(Owner owner) {
        synchronized (owners) {
            return Optional.ofNullable(owners.get(owner));
        }
    }

    private Remembered keep(Owner owner, Remembered read) {
        synchronized (owners) {
            owners.put(owner, read);
        }
        return read;
    }

    private static final class LeastRecent extends LinkedHashMap<Owner, Remembered> {
        private static final long serialVersionUID = 1L;

        LeastRecent() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<Owner, Remembered> eldest) {
            return size() > OWNERS_MAX;
        }
    }

    @Override
    public List<Unindexed> unindexed(Owner owner, int limit) {
        return source.unindexed(owner, limit);
    }

    @Override
    public boolean isSettled(Owner owner) {
        return source.isSettled(owner);
    }

    @Override
    public List<SearchRecord> memories(Owner owner, int limit) {
        return source.memories(owner, limit);
    }

    @Override
    public Optional<SearchRecord> find(Owner owner, MemoryId id) {
        return source.find(owner, id);
    }

    @Override
    public List<Unindexed> load(List<RecordKey> keys) {
        return source.load(keys);
    }

    @Override
    public void markIndexed(List<Unindexed> indexed) {
        source.markIndexed(indexed);
    }

    @Override
    public List<RecordKey> unindexedSince(Instant before, int limit) {
        return source.unindexedSince(before, limit);
    }

    /// Reads tables as a whole, which is for upkeep; that goes to the source itself.
    @Override
    public Page<Unindexed.Changed> everything(Optional<String> cursor, int limit) {
        throw new UnsupportedOperationException("searches do not read everything");
    }

    @Override
    public List<SearchRecord> around(Stretch stretch, int reach) {
        return source.around(stretch, reach);
    }
}
