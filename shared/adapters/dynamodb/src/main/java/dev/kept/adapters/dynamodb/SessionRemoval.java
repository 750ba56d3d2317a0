package dev.kept.adapters.dynamodb;

import dev.kept.domain.id.Owner;
import dev.kept.domain.id.SessionId;
import dev.kept.domain.search.Kind;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Removes a session with all that belongs to it, in an order that can be taken up again
/// anywhere: it is hidden first, so that nothing can be added any more, and its own item goes
/// last.
final class SessionRemoval {
    /// Two writes a turn: the turn and its tombstone go together, or an index that has forgotten
    /// a turn could meet it again.
    private static final int TURNS_A_TRANSACTION = Transaction.ITEMS_MAX / 2;

    private static final int ITEMS_A_ROUND = 100;
    private final Dynamo dynamo;
    private final SessionsTable table;
    private final Contents contents;
    private final Clock clock;

    SessionRemoval(Dynamo dynamo, SessionsTable table, Contents contents, Clock clock) {
        this.dynamo = dynamo;
        this.table = table;
        this.contents = contents;
        this.clock = clock;
    }

    boolean remove(Owner owner, SessionId session) {
        if (!hide(owner, session)) {
            return false;
        }
        removeTurnsAndOperations(owner, session);
        removeLinks(owner, session);
        removeAll(table.items(owner, Keys.runs(session)), owner);
        removeAll(table.items(owner, Keys.steps(session)), owner);
        dynamo.deleteAll(table.name(), List.of(table.sessionKey(owner, session)));
        return true;
    }

    private boolean hide(Owner owner, SessionId session) {
        Update update = new Update(table.sessionKey(owner, session), Condition.exists(Attribute.ITEM))
                .set(SessionItem.DELETING, AttributeValue.fromBool(true));
        SessionItem.LISTED.forEach(update::remove);
        return dynamo.update(update) instanceof Written.Done;
    }

    private void removeTurnsAndOperations(Owner owner, SessionId session) {
        Range order = table.order(owner, session);
        List<Item> items = dynamo.first(order, ITEMS_A_ROUND);
        while (!items.isEmpty()) {
            List<Key> operations = new ArrayList<>();
            List<Item> turns = new ArrayList<>();
            for (Item item : items) {
                if (item.text(Attribute.ITEM).startsWith(Keys.TURN)) {
                    turns.add(item);
                } else {
                    operations.add(key(owner, item));
                }
            }
            dynamo.deleteAll(table.name(), operations);
            for (int i = 0; i < turns.size(); i += TURNS_A_TRANSACTION) {
                bury(owner, turns.subList(i, Math.min(turns.size(), i + TURNS_A_TRANSACTION)));
            }
            items = dynamo.first(order, ITEMS_A_ROUND);
        }
    }

    /// The content goes before the item that names it, or a failure in between would leave content
    /// that nothing leads to.
    private void bury(Owner owner, List<Item> turns) {
        turns.forEach(contents::remove);
        Contention.retry("session", () -> {
            Transaction transaction = dynamo.transaction();
            for (Item turn : turns) {
                transaction
                        .delete(key(owner, turn))
                        .put(
                                table.name(),
                                Marks.tombstone(
                                        table.name(),
                                        owner,
                                        Kind.TURN,
                                        turn.text(TurnItem.TURN_ID),
                                        1,
                                        clock.instant()));
            }
            return transaction.commit().isEmpty() ? Optional.of(true) : Optional.empty();
        });
    }

    private void removeLinks(Owner owner, SessionId session) {
        List<Key> ties = new ArrayList<>();
        for (Item item : dynamo.first(table.items(owner, Keys.links(session)), Integer.MAX_VALUE)) {
            String other =
                    item.text(Attribute.ITEM).substring(Keys.links(session).length());
            ties.add(key(owner, item));
            ties.add(table.key(owner, Keys.link(new SessionId(other), session)));
        }
        dynamo.deleteAll(table.name(), ties.stream().distinct().toList());
    }

    private void removeAll(Range range, Owner owner) {
        List<Item> items = dynamo.first(range, ITEMS_A_ROUND);
        while (!items.isEmpty()) {
            dynamo.deleteAll(
                    table.name(), items.stream().map(item -> key(owner, item)).toList());
            items = dynamo.first(range, ITEMS_A_ROUND);
        }
    }

    private Key key(Owner owner, Item item) {
        return table.key(owner, item.text(Attribute.ITEM));
    }
}
