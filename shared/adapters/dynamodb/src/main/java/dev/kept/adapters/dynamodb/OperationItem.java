package dev.kept.adapters.dynamodb;

import dev.kept.domain.id.OperationId;
import dev.kept.domain.id.Owner;
import dev.kept.domain.id.SessionId;
import dev.kept.domain.id.TurnId;
import dev.kept.domain.operation.Operation;

/// An operation as an item. It stands in the order of its session, before the turns, to be found
/// with it.
final class OperationItem {
    /// When the outbox was last asked for the work: it hears of operations that have it.
    static final String REQUESTED_AT = "requestedAt";

    private OperationItem() {}

    static Item write(Key key, Operation operation) {
        return Traced.mark(Item.at(key))
                .put("operationId", operation.id().value())
                .put("kind", operation.kind())
                .put("sessionId", operation.sessionId().value())
                .put("after", operation.after())
                .put("upTo", operation.upTo())
                .put("createdAt", operation.createdAt())
                .put(Attribute.SESSION_ORDER, Keys.sessionOrder(operation.sessionId(), operation.id()))
                .put(Attribute.EXPIRES_AT, Expiry.of(operation.createdAt(), Expiry.OPERATIONS));
    }

    static Operation read(Item item) {
        return new Operation(
                new OperationId(item.text("operationId")),
                Owner.parse(item.text(Attribute.OWNER)),
                item.constant(Operation.Kind.class, "kind"),
                new SessionId(item.text("sessionId")),
                item.optional("after").map(TurnId::new),
                item.optional("upTo").map(TurnId::new),
                item.time("createdAt"));
    }
}
