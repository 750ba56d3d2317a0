package dev.kept.adapters.dynamodb;

import dev.kept.domain.extraction.ExtractionCommit;
import dev.kept.domain.extraction.ExtractionLedger;
import dev.kept.domain.extraction.ExtractionRun;
import dev.kept.domain.id.TurnId;
import dev.kept.domain.memory.Memory;
import dev.kept.domain.memory.MemoryWrite;
import dev.kept.domain.session.SessionRef;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Writes memories and moves the cursor of their session in one transaction over both tables.
final class DynamoDbExtractionLedger implements ExtractionLedger {
    private static final int SESSION_PLACE = 0;
    private final Dynamo dynamo;
    private final SessionsTable sessions;
    private final MemoriesTable memories;
    private final Clock clock;

    DynamoDbExtractionLedger(Dynamo dynamo, SessionsTable sessions, MemoriesTable memories, Clock clock) {
        this.dynamo = dynamo;
        this.sessions = sessions;
        this.memories = memories;
        this.clock = clock;
    }

    @Override
    public Outcome commit(ExtractionCommit commit) {
        return Contention.retry("session " + commit.session().id(), () -> attempt(commit));
    }

    private Optional<Outcome> attempt(ExtractionCommit commit) {
        SessionRef ref = commit.session();
        Optional<Item> session = sessions.session(ref.owner(), ref.id());
        if (session.isEmpty()) {
            return Optional.of(Outcome.SESSION_GONE);
        }
        Optional<String> cursor = session.get().optional(SessionItem.CURSOR);
        if (!cursor.equals(commit.run().from().map(TurnId::value))) {
            return Optional.of(Outcome.OVERTAKEN);
        }
        Transaction transaction = dynamo.transaction()
                .update(advance(session.get(), commit))
                .put(sessions.name(), RunItem.write(runKey(commit), commit.run()));
        if (!addWrites(transaction, commit.writes())) {
            return Optional.of(Outcome.OVERTAKEN);
        }
        return outcome(transaction.commit());
    }

    /// When only the session has changed, the next try finds out how: turns may have been added,
    /// which does no harm.
    private static Optional<Outcome> outcome(Optional<Transaction.Cancelled> cancelled) {
        if (cancelled.isEmpty()) {
            return Optional.of(Outcome.COMMITTED);
        }
        Map<Integer, Item> refused = cancelled.get().refused();
        boolean memoryChanged = refused.keySet().stream().anyMatch(place -> place != SESSION_PLACE);
        return memoryChanged && !refused.containsKey(SESSION_PLACE) ? Optional.of(Outcome.OVERTAKEN) : Optional.empty();
    }

    /// A cursor that reaches the last turn is no longer behind; the condition makes sure that it
    /// still is the last.
    private Update advance(Item session, ExtractionCommit commit) {
        ExtractionRun run = commit.run();
        Optional<String> last = session.optional(SessionItem.LAST_TURN_ID);
        Condition unchanged = SessionItem.IS_THERE.and(
                Condition.unchanged(SessionItem.CURSOR, run.from().map(TurnId::value)));
        boolean caughtUp = last.equals(Optional.of(run.to().value()));
        Condition condition = caughtUp ? unchanged.and(Condition.unchanged(SessionItem.LAST_TURN_ID, last)) : unchanged;
        Update update = new Update(sessions.sessionKey(commit.session()), condition)
                .set(SessionItem.CURSOR, run.to().value())
                .remove(SessionItem.FAILURE);
        return caughtUp ? update.remove(Attribute.BEHIND_SHARD).remove(Attribute.BEHIND_SINCE) : update;
    }

    private Key runKey(ExtractionCommit commit) {
        SessionRef session = commit.session();
        return sessions.key(session.owner(), Keys.run(session.id(), commit.run().to()));
    }

    /// @return false when a memory to update is not what it was
    private boolean addWrites(Transaction transaction, List<MemoryWrite> writes) {
        Map<Key, Item> current = current(writes);
        for (MemoryWrite write : writes) {
            Memory memory = write.memory();
            switch (write) {
                case MemoryWrite.Create create -> memories.create(transaction, memory, create.change());
                case MemoryWrite.Update update -> {
                    Item before = current.get(memories.memoryKey(memory.owner(), memory.id()));
                    if (before == null || before.number(Attribute.VERSION) != memory.version()) {
                        return false;
                    }
                    memories.update(transaction, before, memory, update.change());
                }
            }
        }
        return true;
    }

    private Map<Key, Item> current(List<MemoryWrite> writes) {
        List<Key> keys = writes.stream()
                .filter(MemoryWrite.Update.class::isInstance)
                .map(MemoryWrite::memory)
                .map(memory -> memories.memoryKey(memory.owner(), memory.id()))
                .toList();
        Map<Key, Item> current = new HashMap<>();
        for (Item item : dynamo.getAll(keys)) {
            String owner = item.text(Attribute.OWNER);
            current.put(new Key(memories.name(), Attribute.OWNER, owner, item.text(Attribute.ITEM)), item);
        }
        return current;
    }

    /// The session stays behind, but as of now, so that the reconciling schedule comes back to it
    /// after its usual time and not at once.
    @Override
    public void fail(SessionRef session, String reason) {
        Condition behind = SessionItem.IS_THERE.and(Condition.exists(Attribute.BEHIND_SHARD));
        dynamo.update(new Update(sessions.sessionKey(session), behind)
                .set(SessionItem.FAILURE, reason)
                .set(Attribute.BEHIND_SINCE, clock.instant()));
    }
}
