package dev.kept.adapters.dynamodb;

import dev.kept.domain.error.NotFound;
import dev.kept.domain.id.Ids;
import dev.kept.domain.id.TurnId;
import dev.kept.domain.operation.Operation;
import dev.kept.domain.session.AppendedTurns;
import dev.kept.domain.session.AppendedTurns.Growth;
import dev.kept.domain.session.SessionRef;
import dev.kept.domain.session.SessionTail;
import dev.kept.domain.session.Turn;
import dev.kept.domain.session.Utterance;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// One batch of turns on its way to the end of a session.
///
/// Each try reads where the session ends, sorts out what it has already, and writes the rest in
/// one transaction whose condition is that the session still ends where it was read to. So
/// writers to one session take turns, and ids grow in the order in which turns become visible: a
/// reader that continues after the last id it saw misses none. A writer that loses reads again.
/// As the condition holds all that a turn takes from its session, the first try need not read it
/// either, when somebody thinks to know where it ends.
///
/// A transaction takes 100 items and 4 MB; one with all of a batch of 99 or 100 turns, or of very
/// long ones, would be larger. Such a batch is written in parts, in order; the operation comes
/// with the last part. When the process dies between two parts, the client has no answer and
/// sends the batch again: turns with an id of the client are then found as duplicates. (Turns
/// without one are stored again, as after any answer that got lost.)
final class Append {
    /// Beside the turns there are the session and the operation.
    private static final int TURNS_A_PART = Transaction.ITEMS_MAX - 2;
    /// Each turn counts three times, as its local indexes repeat it; 4 MB are allowed.
    private static final int BYTES_A_PART = 1_200_000;

    private final Dynamo dynamo;
    private final SessionsTable table;
    private final Contents contents;
    private final Ids ids;
    private final SessionRef session;
    private final List<Utterance> utterances;
    private final Instant now;
    /// What is settled, and what has its place, by place in the batch; it outlives a try.
    private final Receipts receipts;
    private final Map<Integer, Contents.Placed> placed = new HashMap<>();
    private Optional<SessionTail> thought;
    /// Where the session ended before the first of our turns; empty until one is written.
    private Optional<SessionTail> before = Optional.empty();

    Append(
            Dynamo dynamo,
            SessionsTable table,
            Contents contents,
            Ids ids,
            SessionRef session,
            List<Utterance> utterances,
            Instant now,
            Optional<SessionTail> thought) {
        this.dynamo = dynamo;
        this.table = table;
        this.contents = contents;
        this.ids = ids;
        this.session = session;
        this.utterances = List.copyOf(utterances);
        this.now = now;
        this.receipts = new Receipts(this.utterances);
        this.thought = thought.filter(_ -> this.utterances.stream().noneMatch(Append::isLarge));
    }

    /// A long text is put elsewhere before the condition is asked, and none may be put there for a session that is
    /// gone: nothing would lead to it any more.
    private static boolean isLarge(Utterance utterance) {
        return Contents.isLarge(utterance.content(), TurnItem.CONTENT_BYTES_INLINE);
    }

    AppendedTurns run() {
        return Contention.retry("session " + session.id(), this::attempt);
    }

    private Optional<AppendedTurns> attempt() {
        SessionTail tail = tail();
        settleKnown();
        List<Fresh> fresh = fresh(tail);
        return fresh.isEmpty() ? writeOperationOnly() : writeParts(parts(fresh), tail);
    }

    /// What is thought is tried once.
    private SessionTail tail() {
        SessionTail tail = thought.orElseGet(this::read);
        thought = Optional.empty();
        return tail;
    }

    private SessionTail read() {
        return table.session(session.owner(), session.id())
                .map(SessionItem::tail)
                .orElseThrow(() -> new NotFound("session", session.id().value()));
    }

    private void settleKnown() {
        List<Key> keys = receipts.openIds().stream()
                .map(id -> table.key(session.owner(), Keys.clientTurn(session.id(), id)))
                .toList();
        Map<String, TurnId> known = new HashMap<>();
        dynamo.getAll(keys).forEach(item -> known.put(TurnItem.clientId(item), TurnItem.id(item)));
        receipts.settleKnown(known);
    }

    /// @param place in the batch
    private record Fresh(int place, Turn turn, Item item) {}

    /// The turns that the session lacks; of those with the same client id the first.
    private List<Fresh> fresh(SessionTail tail) {
        List<Fresh> fresh = new ArrayList<>();
        Map<String, Boolean> seen = new HashMap<>();
        SessionTail end = tail;
        for (int i = 0; i < utterances.size(); i++) {
            Utterance utterance = utterances.get(i);
            boolean repeated =
                    utterance.clientId().map(id -> seen.put(id, true) != null).orElse(false);
            if (!repeated && !receipts.isSettled(i)) {
                Turn turn = next(end, utterance);
                end = end.and(1, turn.id());
                fresh.add(fresh(i, turn));
            }
        }
        return fresh;
    }

    private Turn next(SessionTail end, Utterance utterance) {
        TurnId id = end.lastTurnId().map(ids::turnAfter).orElseGet(ids::turn);
        OptionalInt position = OptionalInt.of((int) end.turnCount());
        return new Turn(session.owner(), session.id(), end.projectId(), id, position, utterance, now);
    }

    private Fresh fresh(int place, Turn turn) {
        Contents.Placed content = placed.computeIfAbsent(
                place,
                _ -> contents.place(
                        Folders.turns(session.owner(), session.id()),
                        turn.utterance().content(),
                        TurnItem.CONTENT_BYTES_INLINE));
        return new Fresh(place, turn, TurnItem.write(table.key(session.owner(), Keys.turn(turn)), turn, content));
    }

    private static List<List<Fresh>> parts(List<Fresh> fresh) {
        List<List<Fresh>> parts = new ArrayList<>();
        List<Fresh> part = new ArrayList<>();
        int bytes = 0;
        for (Fresh one : fresh) {
            int size = one.item().size();
            if (part.size() == TURNS_A_PART || (!part.isEmpty() && bytes + size > BYTES_A_PART)) {
                parts.add(part);
                part = new ArrayList<>();
                bytes = 0;
            }
            part.add(one);
            bytes += size;
        }
        parts.add(part);
        return parts;
    }

    private Optional<AppendedTurns> writeParts(List<List<Fresh>> parts, SessionTail tail) {
        SessionTail end = tail;
        for (List<Fresh> part : parts.subList(0, parts.size() - 1)) {
            if (!write(part, end, Optional.empty())) {
                return Optional.empty();
            }
            end = after(end, part);
        }
        List<Fresh> last = parts.getLast();
        SessionTail begin = before.orElse(tail);
        Operation operation =
                operation(begin.lastTurnId(), last.getLast().turn().id());
        return write(last, end, Optional.of(operation))
                ? Optional.of(result(operation, Optional.of(new Growth(begin, after(end, last)))))
                : Optional.empty();
    }

    private static SessionTail after(SessionTail end, List<Fresh> part) {
        return end.and(part.size(), part.getLast().turn().id());
    }

    private boolean write(List<Fresh> part, SessionTail end, Optional<Operation> operation) {
        Transaction transaction = dynamo.transaction().update(advance(part, end));
        part.forEach(one -> transaction.put(table.name(), one.item(), Condition.absent(Attribute.ITEM)));
        operation.ifPresent(one -> transaction.put(table.name(), table.operation(one)));
        if (transaction.commit().isPresent()) {
            return false;
        }
        part.forEach(one -> receipts.settle(one.place(), one.turn().id(), false));
        before = before.or(() -> Optional.of(end));
        return true;
    }

    private Update advance(List<Fresh> part, SessionTail end) {
        return new Update(
                        table.sessionKey(session.owner(), session.id()),
                        SessionItem.IS_THERE.and(SessionItem.endsAt(end)))
                .set(SessionItem.LAST_TURN_ID, part.getLast().turn().id().value())
                .add(SessionItem.TURN_COUNT, part.size())
                .set(Attribute.LAST_ACTIVITY_AT, now)
                .set(Attribute.BEHIND_SHARD, Keys.behindShard(session.owner(), session.id()))
                .setIfAbsent(Attribute.BEHIND_SINCE, Times.format(now));
    }

    /// The session has all of them: whoever asks again still gets an operation to wait for.
    private Optional<AppendedTurns> writeOperationOnly() {
        Optional<TurnId> after = before.map(SessionTail::lastTurnId).orElseGet(() -> predecessor(receipts.first()));
        Operation operation = operation(after, receipts.last());
        Optional<Transaction.Cancelled> cancelled = dynamo.transaction()
                .check(table.sessionKey(session.owner(), session.id()), SessionItem.IS_THERE)
                .put(table.name(), table.operation(operation))
                .commit();
        return cancelled.isEmpty() ? Optional.of(result(operation, Optional.empty())) : Optional.empty();
    }

    private Optional<TurnId> predecessor(TurnId turn) {
        Range upTo = table.turns(session.owner(), session.id()).reversed().upTo(Keys.sessionOrder(session.id(), turn));
        return dynamo.first(upTo, 2).stream().skip(1).map(TurnItem::id).findFirst();
    }

    private Operation operation(Optional<TurnId> after, TurnId upTo) {
        return new Operation(
                ids.operation(),
                session.owner(),
                Operation.Kind.TURN_EXTRACTION,
                session.id(),
                after,
                Optional.of(upTo),
                now);
    }

    private AppendedTurns result(Operation operation, Optional<Growth> growth) {
        return new AppendedTurns(receipts.all(), operation.id(), growth);
    }
}
