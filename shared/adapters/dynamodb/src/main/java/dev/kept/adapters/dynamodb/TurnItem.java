package dev.kept.adapters.dynamodb;

import dev.kept.domain.id.Owner;
import dev.kept.domain.id.ProjectId;
import dev.kept.domain.id.SessionId;
import dev.kept.domain.id.TurnId;
import dev.kept.domain.session.Role;
import dev.kept.domain.session.Turn;
import dev.kept.domain.session.Utterance;
import java.util.Optional;
import java.util.OptionalInt;

/// A turn as an item.
final class TurnItem {
    /// DynamoDB counts what local indexes repeat of an item into its 400 KB, and a turn stands in
    /// two of them: three times the content, and as much again for metadata and keys, must fit.
    /// https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html
    static final int CONTENT_BYTES_INLINE = 100_000;

    static final String TURN_ID = "turnId";
    private static final String CLIENT_ID = "clientId";
    private static final String POSITION = "position";

    private TurnItem() {}

    static Item write(Key key, Turn turn, Contents.Placed content) {
        Utterance utterance = turn.utterance();
        Owner owner = turn.owner();
        String id = turn.id().value();
        Item item = Item.at(key)
                .put(TURN_ID, id)
                .put("sessionId", turn.sessionId().value())
                .put("projectId", turn.projectId())
                .put(CLIENT_ID, utterance.clientId())
                .put("role", utterance.role())
                .put("speaker", utterance.speaker())
                .put("occurredAt", utterance.occurredAt())
                .put("receivedAt", turn.receivedAt())
                .put("extract", utterance.extract())
                .put("metadata", utterance.metadata())
                .put(Attribute.SESSION_ORDER, Keys.sessionOrder(turn.sessionId(), turn.id()))
                .put(Attribute.TIME_KEY, Keys.turnsOf(owner, Optional.empty()))
                .put(Attribute.TIME_SORT, Keys.timeSort(utterance.occurredAt(), id))
                .put(Attribute.PROJECT_KEY, turn.projectId().map(project -> Keys.turnsOf(owner, Optional.of(project))));
        turn.position().ifPresent(position -> item.put(POSITION, position));
        content.into(item);
        return Marks.mark(item, owner, id, turn.receivedAt());
    }

    static TurnId id(Item item) {
        return new TurnId(item.text(TURN_ID));
    }

    static String clientId(Item item) {
        return item.text(CLIENT_ID);
    }

    /// Empty when its content has just been removed.
    static Optional<Turn> read(Item item, Contents contents) {
        return contents.read(item).map(content -> read(item, content));
    }

    private static Turn read(Item item, String content) {
        Utterance utterance = new Utterance(
                item.optional(CLIENT_ID),
                item.constant(Role.class, "role"),
                item.optional("speaker"),
                content,
                item.time("occurredAt"),
                item.flag("extract"),
                item.json("metadata"));
        return new Turn(
                Owner.parse(item.text(Attribute.OWNER)),
                new SessionId(item.text("sessionId")),
                item.optional("projectId").map(ProjectId::new),
                id(item),
                item.has(POSITION) ? OptionalInt.of((int) item.number(POSITION)) : OptionalInt.empty(),
                utterance,
                item.time("receivedAt"));
    }
}
