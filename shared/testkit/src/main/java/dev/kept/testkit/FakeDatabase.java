package dev.kept.testkit;

import dev.kept.domain.document.Document;
import dev.kept.domain.document.DocumentStore.Whole;
import dev.kept.domain.extraction.ExtractionRun;
import dev.kept.domain.extraction.RereadingCommit;
import dev.kept.domain.id.DocumentId;
import dev.kept.domain.id.Ids;
import dev.kept.domain.id.MemoryId;
import dev.kept.domain.id.OperationId;
import dev.kept.domain.id.Owner;
import dev.kept.domain.id.TurnId;
import dev.kept.domain.memory.Forgotten;
import dev.kept.domain.memory.Memory;
import dev.kept.domain.memory.MemoryVersion;
import dev.kept.domain.operation.Operation;
import dev.kept.domain.search.Kind;
import dev.kept.domain.search.RecordKey;
import dev.kept.domain.search.SearchRecord;
import dev.kept.domain.search.SearchSource.Unindexed;
import dev.kept.domain.session.Session;
import dev.kept.domain.session.SessionLink;
import dev.kept.domain.session.SessionRef;
import dev.kept.domain.session.Turn;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/// What the fake stores share, as the real ones share tables. Every fake works under its lock, so
/// that each call is one transaction.
public final class FakeDatabase {
    final Clock clock;
    final Ids ids;
    final Map<SessionRef, SessionRow> sessions = new LinkedHashMap<>();
    final Map<OperationRef, Operation> operations = new HashMap<>();
    final Map<SessionRef, Map<SessionRef, SessionLink>> links = new HashMap<>();
    /// Versions of each memory, oldest first; the last is the current one.
    final Map<MemoryRef, List<MemoryVersion>> memories = new LinkedHashMap<>();
    final Map<MemoryRef, Forgotten> forgotten = new LinkedHashMap<>();
    final Map<DocumentRef, Whole> documents = new LinkedHashMap<>();
    final Map<RecordKey, SearchRecord> records = new LinkedHashMap<>();
    final Map<RecordKey, Mark> marks = new LinkedHashMap<>();
    private long sequence;

    public FakeDatabase(Clock clock) {
        this.clock = clock;
        this.ids = new Ids(clock);
    }

    record OperationRef(Owner owner, OperationId id) {}

    record DocumentRef(Owner owner, DocumentId id) {}

    record MemoryRef(Owner owner, MemoryId id) {}

    /// @param sequence orders marks of the same instant
    record Mark(Instant since, long sequence, Optional<Unindexed.Removed> removed) {}

    /// A session with all that goes when it goes.
    static final class SessionRow {
        Session session;
        Optional<Instant> behindSince = Optional.empty();
        final NavigableMap<TurnId, Turn> turns = new TreeMap<>();
        final List<ExtractionRun> runs = new ArrayList<>();
        final Map<OperationId, List<RereadingCommit>> steps = new HashMap<>();

        SessionRow(Session session) {
            this.session = session;
        }
    }

    static RecordKey key(Turn turn) {
        String last = turn.utterance().clientId().map(id -> "C:" + id).orElse("T:" + turn.id());
        return new RecordKey(turn.owner(), RecordKey.Source.SESSIONS, "TURN#" + turn.sessionId() + "#" + last);
    }

    static RecordKey key(Memory memory) {
        return new RecordKey(memory.owner(), RecordKey.Source.MEMORIES, "MEMORY#" + memory.id());
    }

    static RecordKey key(Document document, int position) {
        String item = "CHUNK#" + document.id() + "#" + document.edition() + "#" + "%05d".formatted(position);
        return new RecordKey(document.owner(), RecordKey.Source.MEMORIES, item);
    }

    /// Marks a written record for the index, in the same transaction.
    void changed(RecordKey key, SearchRecord written) {
        records.put(key, written);
        mark(key, Optional.empty());
    }

    /// Leaves a tombstone in the place of a record.
    void removed(RecordKey key, Kind kind, String id, long version) {
        records.remove(key);
        marks.remove(key);
        String item = "TOMBSTONE#" + kind.name().toLowerCase(Locale.ROOT) + "#" + id;
        RecordKey tombstone = new RecordKey(key.owner(), key.source(), item);
        mark(tombstone, Optional.of(new Unindexed.Removed(tombstone, kind, id, version)));
    }

    private void mark(RecordKey key, Optional<Unindexed.Removed> removed) {
        marks.put(key, new Mark(clock.instant(), sequence++, removed));
    }
}
