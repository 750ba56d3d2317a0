package dev.kept.adapters.dynamodb;

import dev.kept.domain.error.NotFound;
import dev.kept.domain.extraction.ExtractionCommit;
import dev.kept.domain.extraction.ExtractionLedger;
import dev.kept.domain.extraction.ExtractionRun;
import dev.kept.domain.extraction.RereadingCommit;
import dev.kept.domain.id.MemoryId;
import dev.kept.domain.id.OperationId;
import dev.kept.domain.id.TurnId;
import dev.kept.domain.memory.MemoryWrite;
import dev.kept.domain.operation.Operation;
import dev.kept.domain.session.Rereading;
import dev.kept.domain.session.SessionRef;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Writes memories and moves the cursor of their session in one transaction over both tables.
final class DynamoDbExtractionLedger implements ExtractionLedger {
    private static final int SESSION_PLACE = 0;
    private final Dynamo dynamo;
    private final SessionsTable sessions;
    private final MemoryWrites writes;
    private final Clock clock;

    DynamoDbExtractionLedger(Dynamo dynamo, SessionsTable sessions, MemoriesTable memories, Clock clock) {
        this.dynamo = dynamo;
        this.sessions = sessions;
        this.writes = new MemoryWrites(dynamo, memories, clock);
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
        return commit(transaction, commit.writes());
    }

    private Optional<Outcome> commit(Transaction transaction, List<MemoryWrite> all) {
        return writes.addTo(transaction, all).refused().isPresent()
                ? Optional.of(Outcome.OVERTAKEN)
                : outcome(transaction.commit());
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

    /// A cursor that reaches the last turn is no longer behind, unless the session is being read
    /// again; the conditions make sure that both is still so.
    private Update advance(Item session, ExtractionCommit commit) {
        ExtractionRun run = commit.run();
        Optional<String> last = session.optional(SessionItem.LAST_TURN_ID);
        Condition unchanged = SessionItem.IS_THERE.and(
                Condition.unchanged(SessionItem.CURSOR, run.from().map(TurnId::value)));
        boolean caughtUp = last.equals(Optional.of(run.to().value())) && !session.has(SessionItem.REREADING);
        Condition condition = caughtUp
                ? unchanged
                        .and(Condition.unchanged(SessionItem.LAST_TURN_ID, last))
                        .and(Condition.absent(SessionItem.REREADING))
                : unchanged;
        Update update = new Update(sessions.sessionKey(commit.session()), condition)
                .set(SessionItem.CURSOR, run.to().value())
                .remove(SessionItem.FAILURE);
        return caughtUp ? update.remove(Attribute.BEHIND_SHARD).remove(Attribute.BEHIND_SINCE) : update;
    }

    private Key runKey(ExtractionCommit commit) {
        SessionRef session = commit.session();
        return sessions.key(session.owner(), Keys.run(session.id(), commit.run().to()));
    }

    @Override
    public OperationId startRereading(Operation operation) {
        return Contention.retry("session " + operation.sessionId(), () -> tryToStart(operation));
    }

    private Optional<OperationId> tryToStart(Operation operation) {
        Item session = sessions.session(operation.owner(), operation.sessionId())
                .orElseThrow(() -> new NotFound("session", operation.sessionId().value()));
        Optional<OperationId> underWay = session.optional(SessionItem.REREADING).map(OperationId::new);
        if (underWay.isPresent()) {
            return underWay;
        }
        Transaction transaction = dynamo.transaction()
                .put(
                        sessions.name(),
                        sessions.operation(operation).put(OperationItem.REQUESTED_AT, operation.createdAt()));
        Key key = sessions.sessionKey(operation.owner(), operation.sessionId());
        operation
                .upTo()
                .ifPresentOrElse(
                        upTo -> transaction.update(start(key, operation, upTo)),
                        () -> transaction.check(key, SessionItem.IS_THERE));
        return transaction.commit().isEmpty() ? Optional.of(operation.id()) : Optional.empty();
    }

    private static Update start(Key session, Operation operation, TurnId upTo) {
        return new Update(session, SessionItem.IS_THERE.and(Condition.absent(SessionItem.REREADING)))
                .set(SessionItem.REREADING, operation.id().value())
                .set(SessionItem.REREADING_STEPS, AttributeValue.fromN("0"))
                .set(SessionItem.REREADING_UP_TO, upTo.value())
                .remove(SessionItem.REREADING_CURSOR)
                .remove(SessionItem.REREADING_FAILURE)
                .set(Attribute.BEHIND_SHARD, Keys.behindShard(operation.owner(), operation.sessionId()))
                .setIfAbsent(Attribute.BEHIND_SINCE, Times.format(operation.createdAt()));
    }

    @Override
    public Outcome commit(RereadingCommit commit) {
        return Contention.retry("session " + commit.session().id(), () -> attempt(commit));
    }

    private Optional<Outcome> attempt(RereadingCommit commit) {
        SessionRef ref = commit.session();
        Optional<Item> session = sessions.session(ref.owner(), ref.id());
        if (session.isEmpty()) {
            return Optional.of(Outcome.SESSION_GONE);
        }
        Rereading before = commit.before();
        boolean current = SessionItem.read(session.get())
                .extraction()
                .rereading()
                .filter(now -> now.operation().equals(before.operation()) && now.steps() == before.steps())
                .isPresent();
        if (!current) {
            return Optional.of(Outcome.OVERTAKEN);
        }
        String step = Keys.step(ref.id(), before.operation(), before.steps());
        Transaction transaction = dynamo.transaction()
                .update(advance(session.get(), commit))
                .put(sessions.name(), RunItem.write(sessions.key(ref.owner(), step), commit.run(), commit.found()));
        return commit(transaction, commit.writes());
    }

    private Update advance(Item session, RereadingCommit commit) {
        Rereading before = commit.before();
        Condition current = SessionItem.IS_THERE
                .and(Condition.unchanged(
                        SessionItem.REREADING, Optional.of(before.operation().value())))
                .and(Condition.equal(SessionItem.REREADING_STEPS, before.steps()));
        return commit.last() ? end(session, commit, current) : goOn(commit, current);
    }

    private Update goOn(RereadingCommit commit, Condition current) {
        Update update = new Update(sessions.sessionKey(commit.session()), current)
                .add(SessionItem.REREADING_STEPS, 1)
                .remove(SessionItem.REREADING_FAILURE);
        return commit.cursor()
                .map(cursor -> update.set(SessionItem.REREADING_CURSOR, cursor.value()))
                .orElse(update);
    }

    /// The session is still behind when turns came that were never read.
    private Update end(Item session, RereadingCommit commit, Condition current) {
        Optional<String> cursor = session.optional(SessionItem.CURSOR);
        Optional<String> last = session.optional(SessionItem.LAST_TURN_ID);
        Condition unchanged = current.and(Condition.unchanged(SessionItem.CURSOR, cursor))
                .and(Condition.unchanged(SessionItem.LAST_TURN_ID, last));
        Update update = new Update(sessions.sessionKey(commit.session()), unchanged)
                .remove(SessionItem.REREADING)
                .remove(SessionItem.REREADING_STEPS)
                .remove(SessionItem.REREADING_CURSOR)
                .remove(SessionItem.REREADING_UP_TO)
                .remove(SessionItem.REREADING_FAILURE);
        return cursor.equals(last) ? update.remove(Attribute.BEHIND_SHARD).remove(Attribute.BEHIND_SINCE) : update;
    }

    @Override
    public Set<MemoryId> foundAgain(SessionRef session, OperationId operation) {
        Range steps = sessions.items(session.owner(), Keys.steps(session.id(), operation));
        return dynamo.first(steps, Integer.MAX_VALUE).stream()
                .flatMap(item -> RunItem.found(item).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /// The session stays behind, but as of now, so that the reconciling schedule comes back to it
    /// after its usual time and not at once.
    @Override
    public void fail(SessionRef session, String reason) {
        Contention.retry("session " + session.id(), () -> tryToFail(session, reason));
    }

    private Optional<Boolean> tryToFail(SessionRef ref, String reason) {
        Optional<Item> session = sessions.session(ref.owner(), ref.id());
        Optional<String> cursor = session.flatMap(item -> item.optional(SessionItem.CURSOR));
        Optional<String> last = session.flatMap(item -> item.optional(SessionItem.LAST_TURN_ID));
        if (session.isEmpty() || cursor.equals(last)) {
            return Optional.of(false);
        }
        Condition behind = SessionItem.IS_THERE.and(Condition.unchanged(SessionItem.CURSOR, cursor));
        return note(ref, behind, SessionItem.FAILURE, reason) ? Optional.of(true) : Optional.empty();
    }

    @Override
    public void failRereading(SessionRef session, String reason) {
        Condition underWay = SessionItem.IS_THERE.and(Condition.exists(SessionItem.REREADING));
        note(session, underWay, SessionItem.REREADING_FAILURE, reason);
    }

    private boolean note(SessionRef session, Condition condition, String failure, String reason) {
        Update update = new Update(sessions.sessionKey(session), condition)
                .set(failure, reason)
                .set(Attribute.BEHIND_SINCE, clock.instant());
        return dynamo.update(update) instanceof Written.Done;
    }
}
