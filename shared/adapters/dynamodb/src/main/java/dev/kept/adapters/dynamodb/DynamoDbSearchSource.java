package dev.kept.adapters.dynamodb;

import dev.kept.domain.id.MemoryId;
import dev.kept.domain.id.Owner;
import dev.kept.domain.page.Page;
import dev.kept.domain.search.Kind;
import dev.kept.domain.search.RecordKey;
import dev.kept.domain.search.SearchFilter;
import dev.kept.domain.search.SearchRecord;
import dev.kept.domain.search.SearchSource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Turns, memories and chunks of documents as search and the indexer see them.
final class DynamoDbSearchSource implements SearchSource {
    private final Dynamo dynamo;
    private final SessionsTable sessions;
    private final MemoriesTable memories;
    private final Records records;
    private final Shards shards;
    private final Everything everything;

    DynamoDbSearchSource(
            Dynamo dynamo, SessionsTable sessions, MemoriesTable memories, Contents contents, Everything everything) {
        this.dynamo = dynamo;
        this.sessions = sessions;
        this.memories = memories;
        this.records = new Records(contents);
        this.shards = new Shards(dynamo);
        this.everything = everything;
    }

    /// A marked item with the time of its mark.
    private record Marked(String since, RecordKey.Source source, Item item) {}

    @Override
    public List<Unindexed> unindexed(Owner owner, int limit) {
        return Abreast.all(List.of(RecordKey.Source.values()), source -> marked(source, owner, limit)).stream()
                .flatMap(List::stream)
                .sorted(Comparator.comparing(Marked::since).reversed())
                .limit(limit)
                .flatMap(this::records)
                .toList();
    }

    /// Also sees marks of what a newer release wrote, and this one cannot read.
    @Override
    public boolean isSettled(Owner owner) {
        return Abreast.all(List.of(RecordKey.Source.values()), source -> hasMark(source, owner)).stream()
                .noneMatch(marked -> marked);
    }

    private boolean hasMark(RecordKey.Source source, Owner owner) {
        Range marks = Range.of(table(source), Index.UNINDEXED, owner.key()).only(List.of(Attribute.ITEM));
        return !dynamo.first(marks, 1).isEmpty();
    }

    private List<Marked> marked(RecordKey.Source source, Owner owner, int limit) {
        Range marked = Range.of(table(source), Index.UNINDEXED, owner.key()).reversed();
        return dynamo.first(marked, limit).stream()
                .map(item -> new Marked(item.text(Attribute.UNINDEXED_SINCE), source, item))
                .toList();
    }

    private Stream<Unindexed> records(Marked marked) {
        return WritingItem.is(marked.item())
                ? WritingItem.hidden(marked.item())
                : records.unindexed(marked.source(), marked.item()).stream();
    }

    @Override
    public List<SearchRecord> newest(SearchFilter filter, int limit) {
        // What turns have none of can only be asked of memories.
        boolean ofMemories = !filter.types().isEmpty()
                || !filter.entities().isEmpty()
                || !filter.tags().isEmpty();
        List<Wanted> wanted = new ArrayList<>();
        if (isWanted(Kind.MEMORY, filter)) {
            wanted.add(new Wanted(RecordKey.Source.MEMORIES, memories(filter)));
        }
        if (isWanted(Kind.TURN, filter) && !ofMemories) {
            wanted.add(new Wanted(RecordKey.Source.SESSIONS, turns(filter)));
        }
        if (isWanted(Kind.DOCUMENT, filter) && filter.sessionId().isEmpty()) {
            wanted.add(new Wanted(RecordKey.Source.MEMORIES, chunks(filter)));
        }
        return Abreast.all(wanted, one -> read(one, limit)).stream()
                .flatMap(List::stream)
                .filter(filter::admits)
                .toList();
    }

    private record Wanted(RecordKey.Source source, Range range) {}

    private List<SearchRecord> read(Wanted wanted, int limit) {
        return dynamo.first(wanted.range().reversed(), limit).stream()
                .flatMap(item -> records.changed(wanted.source(), item).stream())
                .map(Unindexed.Changed::item)
                .toList();
    }

    private static boolean isWanted(Kind kind, SearchFilter filter) {
        return filter.kinds().isEmpty() || filter.kinds().contains(kind);
    }

    private Range memories(SearchFilter filter) {
        Owner owner = filter.owner();
        if (filter.sessionId().isPresent()) {
            return Range.of(
                    memories.name(),
                    Index.BY_SESSION,
                    Keys.memoriesOf(owner, filter.sessionId().get()));
        }
        return filter.projectId()
                .map(project -> Range.of(memories.name(), Index.BY_PROJECT, Keys.memoriesOf(owner, project)))
                .orElseGet(() -> memories.items(owner, Keys.MEMORY));
    }

    private Range chunks(SearchFilter filter) {
        Owner owner = filter.owner();
        return filter.projectId()
                .map(project -> Range.of(memories.name(), Index.BY_PROJECT, Keys.chunksOf(owner, project)))
                .orElseGet(() -> memories.items(owner, Keys.CHUNK));
    }

    private Range turns(SearchFilter filter) {
        Index index = filter.projectId().isPresent() ? Index.BY_PROJECT : Index.BY_TIME;
        return filter.sessionId()
                .map(session -> sessions.turns(filter.owner(), session))
                .orElseGet(() -> Range.of(sessions.name(), index, Keys.turnsOf(filter.owner(), filter.projectId())));
    }

    @Override
    public List<SearchRecord> memories(Owner owner, int limit) {
        return read(new Wanted(RecordKey.Source.MEMORIES, memories.items(owner, Keys.MEMORY)), limit);
    }

    @Override
    public Optional<SearchRecord> find(Owner owner, MemoryId id) {
        return dynamo.get(memories.memoryKey(owner, id))
                .flatMap(item -> records.changed(RecordKey.Source.MEMORIES, item))
                .map(Unindexed.Changed::item);
    }

    @Override
    public List<Unindexed> load(List<RecordKey> keys) {
        return dynamo.getAll(keys.stream().map(this::key).toList()).stream()
                .filter(item -> item.has(Attribute.UNINDEXED_SINCE) && !WritingItem.is(item))
                .flatMap(item -> records.unindexed(Records.source(item), item).stream())
                .toList();
    }

    @Override
    public void markIndexed(List<Unindexed> indexed) {
        new Indexed(dynamo, this::key).mark(indexed);
    }

    @Override
    public List<RecordKey> unindexedSince(Instant before, int limit) {
        return Stream.of(RecordKey.Source.values())
                .flatMap(source ->
                        shards.oldest(table(source), Index.UNINDEXED_RECORDS, "UNINDEXED#", before, limit).stream())
                .sorted(Comparator.comparing(item -> item.text(Attribute.UNINDEXED_SINCE)))
                .limit(limit)
                .map(item -> Records.key(Records.source(item), item))
                .toList();
    }

    @Override
    public Page<Unindexed.Changed> everything(Optional<String> cursor, int limit) {
        return everything.page(cursor, limit, records);
    }

    @Override
    public List<SearchRecord> around(Stretch stretch, int reach) {
        Range session = sessions.turns(stretch.owner(), stretch.session());
        String first = Keys.sessionOrder(stretch.session(), stretch.first());
        String last = Keys.sessionOrder(stretch.session(), stretch.last());
        List<Item> before = dynamo.first(session.upTo(first).reversed(), reach + 1);
        Range between = session.after(first).upTo(last);
        List<Item> within = between.isEmpty() ? List.of() : dynamo.first(between, Integer.MAX_VALUE);
        List<Item> after = dynamo.first(session.after(last), reach);
        return Stream.of(before.reversed(), within, after)
                .flatMap(List::stream)
                .flatMap(item -> records.changed(RecordKey.Source.SESSIONS, item).stream())
                .map(Unindexed.Changed::item)
                .toList();
    }

    private Key key(RecordKey key) {
        return new Key(table(key.source()), Attribute.OWNER, key.owner().key(), key.item());
    }

    private String table(RecordKey.Source source) {
        return switch (source) {
            case SESSIONS -> sessions.name();
            case MEMORIES -> memories.name();
        };
    }
}
