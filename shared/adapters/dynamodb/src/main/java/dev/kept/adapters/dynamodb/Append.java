package dev.kept.adapters.dynamodb;

import dev.kept.domain.error.NotFound;
import dev.kept.domain.id.Ids;
import dev.kept.domain.id.Owner;
import dev.kept.domain.id.ProjectId;
import dev.kept.domain.id.SessionId;
import dev.kept.domain.id.TurnId;
import dev.kept.domain.operation.Operation;
import dev.kept.domain.session.AppendedTurns;
import dev.kept.domain.session.AppendedTurns.Receipt;
import dev.kept.domain.session.Turn;
import dev.kept.domain.session.Utterance;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// One batch of turns on its way to the end of a session.
///
/// Each try reads the session, sorts out what it has already, and writes the rest in one
/// transaction whose condition is that the session's last turn is still the one that was read. So
/// writers to one session take turns, and ids grow in the order in which turns become visible: a
/// reader that continues after the last id it saw misses none. A writer that loses reads again.
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
    private final Owner owner;
    private final SessionId session;
    private final List<Utterance> utterances;
    private final Instant now;
    /// What is settled, by place in the batch; it outlives a try.
    private final Map<Integer, Receipt> receipts = new HashMap<>();
    private final Map<Integer, Contents.Placed> placed = new HashMap<>();
    private Optional<TurnId> before = Optional.empty();
    private boolean wrote;

    Append(
            Dynamo dynamo,
            SessionsTable table,
            Contents contents,
            Ids ids,
            Owner owner,
            SessionId session,
            List<Utterance> utterances,
            Instant now) {
        this.dynamo = dynamo;
        this.table = table;
        this.contents = contents;
        this.ids = ids;
        this.owner = owner;
        this.session = session;
        this.utterances = List.copyOf(utterances);
        this.now = now;
    }

    AppendedTurns run() {
        return Contention.retry("session " + session, this::attempt);
    }

    private Optional<AppendedTurns> attempt() {
        Item item = table.session(owner, session).orElseThrow(() -> new NotFound("session", session.value()));
        Optional<TurnId> last = item.optional(SessionItem.LAST_TURN_ID).map(TurnId::new);
        settleKnown();
        List<Fresh> fresh = fresh(item, last);
        if (fresh.isEmpty()) {
            return writeOperationOnly();
        }
        if (!wrote) {
            before = last;
        }
        return writeParts(parts(fresh), last);
    }

    /// @param place in the batch
    private record Fresh(int place, Turn turn, Item item) {}

    private void settleKnown() {
        List<Key> keys = new ArrayList<>();
        for (int i = 0; i < utterances.size(); i++) {
            if (!receipts.containsKey(i)) {
                utterances.get(i).clientId().ifPresent(id -> keys.add(table.key(owner, Keys.clientTurn(session, id))));
            }
        }
        Map<String, TurnId> known = new HashMap<>();
        dynamo.getAll(keys).forEach(item -> known.put(TurnItem.clientId(item), TurnItem.id(item)));
        for (int i = 0; i < utterances.size(); i++) {
            int place = i;
            utterances.get(i).clientId().map(known::get).ifPresent(id -> settle(place, id, true));
        }
    }

    private void settle(int place, TurnId id, boolean duplicate) {
        receipts.putIfAbsent(place, new Receipt(id, utterances.get(place).clientId(), duplicate));
    }

    /// The turns that the session lacks; of those with the same client id the first.
    private List<Fresh> fresh(Item session, Optional<TurnId> last) {
        Optional<ProjectId> project = session.optional("projectId").map(ProjectId::new);
        int turnCount = (int) session.number(SessionItem.TURN_COUNT);
        List<Fresh> fresh = new ArrayList<>();
        Map<String, Boolean> seen = new HashMap<>();
        Optional<TurnId> previous = last;
        for (int i = 0; i < utterances.size(); i++) {
            Utterance utterance = utterances.get(i);
            boolean repeated =
                    utterance.clientId().map(id -> seen.put(id, true) != null).orElse(false);
            if (!repeated && !receipts.containsKey(i)) {
                TurnId id = previous.map(ids::turnAfter).orElseGet(ids::turn);
                previous = Optional.of(id);
                OptionalInt position = OptionalInt.of(turnCount + fresh.size());
                fresh.add(fresh(i, new Turn(owner, this.session, project, id, position, utterance, now)));
            }
        }
        return fresh;
    }

    private Fresh fresh(int place, Turn turn) {
        Contents.Placed content = placed.computeIfAbsent(
                place,
                _ -> contents.place(
                        Folders.turns(owner, session), turn.utterance().content(), TurnItem.CONTENT_BYTES_INLINE));
        return new Fresh(place, turn, TurnItem.write(table.key(owner, Keys.turn(turn)), turn, content));
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

    private Optional<AppendedTurns> writeParts(List<List<Fresh>> parts, Optional<TurnId> last) {
        Optional<TurnId> previous = last;
        for (int i = 0; i < parts.size() - 1; i++) {
            if (!write(parts.get(i), previous, Optional.empty())) {
                return Optional.empty();
            }
            previous = Optional.of(parts.get(i).getLast().turn().id());
        }
        TurnId end = parts.getLast().getLast().turn().id();
        Operation operation = operation(before, end);
        return write(parts.getLast(), previous, Optional.of(operation))
                ? Optional.of(result(operation))
                : Optional.empty();
    }

    private boolean write(List<Fresh> part, Optional<TurnId> previous, Optional<Operation> operation) {
        Transaction transaction = dynamo.transaction().update(advance(part, previous));
        part.forEach(one -> transaction.put(table.name(), one.item(), Condition.absent(Attribute.ITEM)));
        operation.ifPresent(one -> transaction.put(table.name(), table.operation(one)));
        if (transaction.commit().isPresent()) {
            return false;
        }
        part.forEach(one -> settle(one.place(), one.turn().id(), false));
        wrote = true;
        return true;
    }

    private Update advance(List<Fresh> part, Optional<TurnId> previous) {
        Condition condition =
                SessionItem.IS_THERE.and(Condition.unchanged(SessionItem.LAST_TURN_ID, previous.map(TurnId::value)));
        return new Update(table.sessionKey(owner, session), condition)
                .set(SessionItem.LAST_TURN_ID, part.getLast().turn().id().value())
                .add(SessionItem.TURN_COUNT, part.size())
                .set(Attribute.LAST_ACTIVITY_AT, now)
                .set(Attribute.BEHIND_SHARD, Keys.behindShard(owner, session))
                .setIfAbsent(Attribute.BEHIND_SINCE, Times.format(now));
    }

    /// The session has all of them: whoever asks again still gets an operation to wait for.
    private Optional<AppendedTurns> writeOperationOnly() {
        settleRepeated();
        TurnId first = receipts.values().stream()
                .map(Receipt::turnId)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        TurnId last = receipts.values().stream()
                .map(Receipt::turnId)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        Operation operation = operation(wrote ? before : predecessor(first), last);
        Optional<Transaction.Cancelled> cancelled = dynamo.transaction()
                .check(table.sessionKey(owner, session), SessionItem.IS_THERE)
                .put(table.name(), table.operation(operation))
                .commit();
        return cancelled.isEmpty() ? Optional.of(result(operation)) : Optional.empty();
    }

    private Optional<TurnId> predecessor(TurnId turn) {
        Range upTo = table.turns(owner, session).reversed().upTo(Keys.sessionOrder(session, turn));
        return dynamo.first(upTo, 2).stream().skip(1).map(TurnItem::id).findFirst();
    }

    private Operation operation(Optional<TurnId> after, TurnId upTo) {
        return new Operation(
                ids.operation(), owner, Operation.Kind.TURN_EXTRACTION, session, after, Optional.of(upTo), now);
    }

    private AppendedTurns result(Operation operation) {
        settleRepeated();
        List<Receipt> inOrder = new ArrayList<>();
        for (int i = 0; i < utterances.size(); i++) {
            inOrder.add(Optional.ofNullable(receipts.get(i)).orElseThrow());
        }
        return new AppendedTurns(inOrder, operation.id());
    }

    /// Turns that stand twice in the batch are the same turn.
    private void settleRepeated() {
        Map<String, TurnId> known = new HashMap<>();
        receipts.values().forEach(receipt -> receipt.clientId().ifPresent(id -> known.put(id, receipt.turnId())));
        for (int i = 0; i < utterances.size(); i++) {
            int place = i;
            utterances.get(i).clientId().map(known::get).ifPresent(id -> settle(place, id, true));
        }
    }
}
