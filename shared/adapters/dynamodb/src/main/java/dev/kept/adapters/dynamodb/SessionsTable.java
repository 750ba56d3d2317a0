package dev.kept.adapters.dynamodb;

import dev.kept.domain.id.OperationId;
import dev.kept.domain.id.Owner;
import dev.kept.domain.id.SessionId;
import dev.kept.domain.operation.Operation;
import dev.kept.domain.session.SessionRef;
import java.util.Optional;

/// The sessions table: the keys in it, and the reads that more than one store makes.
final class SessionsTable {
    private final Dynamo dynamo;
    private final String name;

    SessionsTable(Dynamo dynamo, String name) {
        this.dynamo = dynamo;
        this.name = name;
    }

    String name() {
        return name;
    }

    Key key(Owner owner, String item) {
        return new Key(name, Attribute.OWNER, owner.key(), item);
    }

    Key sessionKey(Owner owner, SessionId id) {
        return key(owner, Keys.session(id));
    }

    Key sessionKey(SessionRef session) {
        return sessionKey(session.owner(), session.id());
    }

    Range items(Owner owner, String prefix) {
        return Range.of(name, Attribute.OWNER, owner.key()).prefix(prefix);
    }

    /// All that stands in the order of a session: its operations and its turns.
    Range order(Owner owner, SessionId session) {
        return Range.of(name, Index.SESSION_ORDER, owner.key()).prefix(session + "#");
    }

    Range turns(Owner owner, SessionId session) {
        return Range.of(name, Index.SESSION_ORDER, owner.key()).prefix(Keys.turnsInOrder(session));
    }

    /// A session that is being deleted is not there.
    Optional<Item> session(Owner owner, SessionId id) {
        return dynamo.get(sessionKey(owner, id)).filter(item -> !SessionItem.isDeleting(item));
    }

    Item operation(Operation operation) {
        return OperationItem.write(operationKey(operation.owner(), operation.id()), operation);
    }

    Key operationKey(Owner owner, OperationId id) {
        return key(owner, Keys.operation(id));
    }
}
