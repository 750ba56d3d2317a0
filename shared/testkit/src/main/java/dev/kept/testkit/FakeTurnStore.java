package dev.kept.testkit;

import dev.kept.domain.error.NotFound;
import dev.kept.domain.id.Ids;
import dev.kept.domain.id.Owner;
import dev.kept.domain.id.SessionId;
import dev.kept.domain.id.TurnId;
import dev.kept.domain.operation.Operation;
import dev.kept.domain.page.Page;
import dev.kept.domain.page.PageRequest;
import dev.kept.domain.search.SearchRecord;
import dev.kept.domain.session.AppendedTurns;
import dev.kept.domain.session.AppendedTurns.Growth;
import dev.kept.domain.session.AppendedTurns.Receipt;
import dev.kept.domain.session.Session;
import dev.kept.domain.session.SessionRef;
import dev.kept.domain.session.SessionTail;
import dev.kept.domain.session.Turn;
import dev.kept.domain.session.TurnQuery;
import dev.kept.domain.session.TurnStore;
import dev.kept.domain.session.Utterance;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Turns in memory.
public final class FakeTurnStore implements TurnStore {
    private final FakeDatabase database;

    public FakeTurnStore(FakeDatabase database) {
        this.database = database;
    }

    @Override
    public AppendedTurns append(
            SessionRef session, List<Utterance> utterances, Instant now, Optional<SessionTail> thought) {
        synchronized (database) {
            FakeDatabase.SessionRow row = database.sessions.get(session);
            if (row == null) {
                throw new NotFound("session", session.id().value());
            }
            SessionTail before = SessionTail.of(row.session);
            List<Receipt> receipts = new ArrayList<>();
            for (Utterance utterance : utterances) {
                receipts.add(duplicate(row, utterance).orElseGet(() -> accept(row, utterance, now)));
            }
            Operation operation = operation(row, before.lastTurnId(), receipts, now);
            return new AppendedTurns(receipts, operation.id(), growth(before, SessionTail.of(row.session)));
        }
    }

    private static Optional<Growth> growth(SessionTail before, SessionTail after) {
        return before.equals(after) ? Optional.empty() : Optional.of(new Growth(before, after));
    }

    @Override
    public Page<Turn> inSession(Owner owner, SessionId session, PageRequest page) {
        synchronized (database) {
            return Pages.<Turn>ascending(
                            "turns" + owner + session, turn -> turn.id().value())
                    .cut(turns(owner, session).values().stream(), page);
        }
    }

    @Override
    public List<Turn> after(Owner owner, SessionId session, Optional<TurnId> cursor, int limit) {
        synchronized (database) {
            NavigableMap<TurnId, Turn> all = turns(owner, session);
            return cursor.map(last -> all.tailMap(last, false)).orElse(all).values().stream()
                    .limit(limit)
                    .toList();
        }
    }

    @Override
    public List<Turn> upTo(Owner owner, SessionId session, Optional<TurnId> last, int limit) {
        synchronized (database) {
            NavigableMap<TurnId, Turn> all = turns(owner, session);
            return last.map(id -> all.headMap(id, true)).orElse(all).descendingMap().values().stream()
                    .limit(limit)
                    .sorted(Comparator.comparing(Turn::id))
                    .toList();
        }
    }

    @Override
    public Page<Turn> list(Owner owner, TurnQuery query, PageRequest page) {
        synchronized (database) {
            Stream<Turn> found = database.sessions.values().stream()
                    .flatMap(row -> row.turns.values().stream())
                    .filter(turn -> turn.owner().equals(owner))
                    .filter(turn -> admits(query, turn));
            return Pages.<Turn>ascending(
                            "turns" + owner + query,
                            turn -> Sorting.at(turn.utterance().occurredAt(), turn.id()))
                    .cut(found, page);
        }
    }

    private static boolean admits(TurnQuery query, Turn turn) {
        Instant at = turn.utterance().occurredAt();
        return (query.projectId().isEmpty() || query.projectId().equals(turn.projectId()))
                && query.from().map(from -> !at.isBefore(from)).orElse(true)
                && query.to().map(at::isBefore).orElse(true);
    }

    private NavigableMap<TurnId, Turn> turns(Owner owner, SessionId session) {
        FakeDatabase.SessionRow row = database.sessions.get(new SessionRef(owner, session));
        return row == null ? new TreeMap<>() : row.turns;
    }

    private static Optional<Receipt> duplicate(FakeDatabase.SessionRow row, Utterance utterance) {
        return row.turns.values().stream()
                .filter(turn -> utterance.clientId().isPresent())
                .filter(turn -> turn.utterance().clientId().equals(utterance.clientId()))
                .map(turn -> new Receipt(turn.id(), utterance.clientId(), true))
                .findFirst();
    }

    private Receipt accept(FakeDatabase.SessionRow row, Utterance utterance, Instant now) {
        Session session = row.session;
        Ids ids = database.ids;
        TurnId id = session.activity().lastTurnId().map(ids::turnAfter).orElseGet(ids::turn);
        Turn turn = new Turn(
                session.owner(),
                session.id(),
                session.details().projectId(),
                id,
                OptionalInt.of((int) session.activity().turnCount()),
                utterance,
                now);
        row.turns.put(id, turn);
        row.session = withTurn(session, id, now);
        row.behindSince = row.behindSince.or(() -> Optional.of(now));
        database.changed(FakeDatabase.key(turn), SearchRecord.of(turn, Optional.empty()));
        return new Receipt(id, utterance.clientId(), false);
    }

    private Operation operation(
            FakeDatabase.SessionRow row, Optional<TurnId> before, List<Receipt> receipts, Instant now) {
        boolean allKnown = receipts.stream().allMatch(Receipt::duplicate);
        TurnId first = receipts.stream()
                .map(Receipt::turnId)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        TurnId last = receipts.stream()
                .map(Receipt::turnId)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        Operation operation = new Operation(
                database.ids.operation(),
                row.session.owner(),
                Operation.Kind.TURN_EXTRACTION,
                row.session.id(),
                allKnown ? Optional.ofNullable(row.turns.lowerKey(first)) : before,
                Optional.of(last),
                now);
        database.operations.put(new FakeDatabase.OperationRef(operation.owner(), operation.id()), operation);
        return operation;
    }

    private static Session withTurn(Session session, TurnId id, Instant now) {
        Session.Activity before = session.activity();
        Session.Activity activity = new Session.Activity(
                before.status(),
                before.startedAt(),
                now,
                before.endedAt(),
                before.endReason(),
                before.summary(),
                before.turnCount() + 1,
                Optional.of(id),
                before.createdAt(),
                before.updatedAt());
        return new Session(
                session.owner(), session.id(), session.details(), activity, session.extraction(), session.version());
    }
}
