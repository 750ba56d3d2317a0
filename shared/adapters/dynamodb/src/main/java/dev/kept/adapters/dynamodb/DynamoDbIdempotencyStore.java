package dev.kept.adapters.dynamodb;

import dev.kept.domain.id.UserId;
import dev.kept.domain.idempotency.IdempotencyStore;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Idempotency keys in the accounts table.
final class DynamoDbIdempotencyStore implements IdempotencyStore {
    private static final String FIRST_SEEN_AT = "firstSeenAt";
    private static final String FINGERPRINT = "fingerprint";
    private static final String STATUS = "status";
    private static final int BODY_BYTES_INLINE = 350_000;
    private final Dynamo dynamo;
    private final AccountsTable table;
    private final Contents contents;

    DynamoDbIdempotencyStore(Dynamo dynamo, AccountsTable table, Contents contents) {
        this.dynamo = dynamo;
        this.table = table;
        this.contents = contents;
    }

    @Override
    public Claim claim(UserId user, String key, String fingerprint, Instant now) {
        Item item = Item.at(table.claim(user, key))
                .put(FIRST_SEEN_AT, now)
                .put(FINGERPRINT, fingerprint)
                .put(Attribute.EXPIRES_AT, Expiry.of(now, Expiry.IDEMPOTENCY));
        Condition free =
                Condition.absent(Attribute.ITEM).or(Condition.atMost(Attribute.EXPIRES_AT, now.getEpochSecond()));
        return switch (dynamo.put(table.name(), item, free)) {
            case Written.Done(Item claimed) -> claim(claimed, true);
            case Written.Refused(Item before) -> claim(before, false);
        };
    }

    @Override
    public void complete(UserId user, String key, Reply reply) {
        Item body = new Item(Map.of());
        contents.place(Folders.replies(user.value()), reply.body(), BODY_BYTES_INLINE)
                .into(body);
        Update update = new Update(table.claim(user, key), Condition.exists(Attribute.ITEM))
                .set(STATUS, AttributeValue.fromN(Integer.toString(reply.status())));
        body.attributes().forEach(update::set);
        dynamo.update(update);
    }

    @Override
    public void release(UserId user, String key) {
        dynamo.delete(table.claim(user, key), Condition.exists(Attribute.ITEM).and(Condition.absent(STATUS)));
    }

    private Claim claim(Item item, boolean mine) {
        return new Claim(item.time(FIRST_SEEN_AT), item.text(FINGERPRINT), reply(item), mine);
    }

    private Optional<Reply> reply(Item item) {
        return item.has(STATUS)
                ? contents.read(item).map(body -> new Reply((int) item.number(STATUS), body))
                : Optional.empty();
    }
}
