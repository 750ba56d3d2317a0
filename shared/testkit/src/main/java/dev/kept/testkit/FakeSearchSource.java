package dev.kept.testkit;

import dev.kept.domain.id.MemoryId;
import dev.kept.domain.id.Owner;
import dev.kept.domain.page.Page;
import dev.kept.domain.page.PageRequest;
import dev.kept.domain.search.Kind;
import dev.kept.domain.search.RecordKey;
import dev.kept.domain.search.SearchFilter;
import dev.kept.domain.search.SearchRecord;
import dev.kept.domain.search.SearchSource;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The records of the other fakes, as search and the indexer see them.
public final class FakeSearchSource implements SearchSource {
    private static final Comparator<Map.Entry<RecordKey, FakeDatabase.Mark>> OLDEST_FIRST =
            Comparator.comparingLong(entry -> entry.getValue().sequence());
    private final FakeDatabase database;

    public FakeSearchSource(FakeDatabase database) {
        this.database = database;
    }

    @Override
    public List<Unindexed> unindexed(Owner owner, int limit) {
        synchronized (database) {
            return database.marks.entrySet().stream()
                    .filter(entry -> entry.getKey().owner().equals(owner))
                    .sorted(OLDEST_FIRST.reversed())
                    .limit(limit)
                    .map(entry -> unindexed(entry.getKey(), entry.getValue()))
                    .toList();
        }
    }

    @Override
    public boolean isSettled(Owner owner) {
        synchronized (database) {
            return database.marks.keySet().stream().noneMatch(key -> key.owner().equals(owner));
        }
    }

    @Override
    public List<SearchRecord> newest(SearchFilter filter, int limit) {
        synchronized (database) {
            return Stream.of(Kind.MEMORY, Kind.TURN, Kind.DOCUMENT)
                    .flatMap(kind -> newest(filter, kind, limit))
                    .toList();
        }
    }

    @Override
    public List<SearchRecord> memories(Owner owner, int limit) {
        synchronized (database) {
            return database.records.values().stream()
                    .filter(item -> item.kind() == Kind.MEMORY && item.owner().equals(owner))
                    .sorted(Comparator.comparing(SearchRecord::id).reversed())
                    .limit(limit)
                    .toList();
        }
    }

    @Override
    public Optional<SearchRecord> find(Owner owner, MemoryId id) {
        synchronized (database) {
            return database.records.values().stream()
                    .filter(item -> item.kind() == Kind.MEMORY && item.owner().equals(owner))
                    .filter(item -> item.id().equals(id.value()))
                    .findFirst();
        }
    }

    @Override
    public List<Unindexed> load(List<RecordKey> keys) {
        synchronized (database) {
            return keys.stream()
                    .flatMap(key ->
                            Optional.ofNullable(database.marks.get(key)).map(mark -> unindexed(key, mark)).stream())
                    .toList();
        }
    }

    @Override
    public void markIndexed(List<Unindexed> indexed) {
        synchronized (database) {
            indexed.forEach(this::markIndexed);
        }
    }

    @Override
    public List<RecordKey> unindexedSince(Instant before, int limit) {
        synchronized (database) {
            return database.marks.entrySet().stream()
                    .filter(entry -> entry.getValue().since().isBefore(before))
                    .sorted(OLDEST_FIRST)
                    .limit(limit)
                    .map(Map.Entry::getKey)
                    .toList();
        }
    }

    @Override
    public Page<Unindexed.Changed> everything(Optional<String> cursor, int limit) {
        synchronized (database) {
            Stream<Unindexed.Changed> all = database.records.entrySet().stream()
                    .map(entry -> new Unindexed.Changed(entry.getKey(), entry.getValue()));
            int size = Math.min(limit, PageRequest.LIMIT_MAX);
            return Pages.<Unindexed.Changed>ascending(
                            "everything",
                            item -> item.key().source()
                                    + item.key().owner().key()
                                    + item.key().item())
                    .cut(all, new PageRequest(size, cursor));
        }
    }

    @Override
    public List<SearchRecord> around(Stretch stretch, int reach) {
        synchronized (database) {
            List<SearchRecord> turns = database.records.values().stream()
                    .filter(item -> item.kind() == Kind.TURN && item.owner().equals(stretch.owner()))
                    .filter(item -> item.sessionId().equals(Optional.of(stretch.session())))
                    .sorted(Comparator.comparing(SearchRecord::id))
                    .toList();
            List<String> ids = turns.stream().map(SearchRecord::id).toList();
            int first = ids.indexOf(stretch.first().value());
            int last = ids.indexOf(stretch.last().value());
            return turns.subList(Math.max(0, first - reach), Math.min(turns.size(), last + reach + 1));
        }
    }

    private Stream<SearchRecord> newest(SearchFilter filter, Kind kind, int limit) {
        return database.records.values().stream()
                .filter(item -> item.kind() == kind && item.owner().equals(filter.owner()))
                .filter(item ->
                        filter.projectId().isEmpty() || filter.projectId().equals(item.projectId()))
                .filter(item ->
                        filter.sessionId().isEmpty() || filter.sessionId().equals(item.sessionId()))
                .sorted(Comparator.comparing(SearchRecord::id).reversed())
                .limit(limit)
                .filter(filter::admits);
    }

    private Unindexed unindexed(RecordKey key, FakeDatabase.Mark mark) {
        return mark.removed()
                .<Unindexed>map(removed -> removed)
                .orElseGet(() -> new Unindexed.Changed(key, record(key)));
    }

    private SearchRecord record(RecordKey key) {
        return Optional.ofNullable(database.records.get(key)).orElseThrow();
    }

    private void markIndexed(Unindexed indexed) {
        switch (indexed) {
            case Unindexed.Changed(RecordKey key, SearchRecord item) -> {
                SearchRecord stored = database.records.get(key);
                if (stored != null && stored.version() == item.version()) {
                    database.records.put(key, item);
                    database.marks.remove(key);
                }
            }
            case Unindexed.Removed removed ->
                Optional.ofNullable(database.marks.get(removed.key()))
                        .flatMap(FakeDatabase.Mark::removed)
                        .filter(tombstone -> tombstone.version() == removed.version())
                        .ifPresent(_ -> database.marks.remove(removed.key()));
        }
    }
}
