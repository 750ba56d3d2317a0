package dev.kept.adapters.dynamodb;

import dev.kept.domain.spending.Spending;
import dev.kept.domain.spending.SpendingScope;
import dev.kept.domain.spending.SpendingStore;
import java.time.Clock;
import java.time.Duration;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Counters in the contexts table, which nothing follows by a stream. Each is one item and every change of it one
/// conditional write, so that many functions can count at once; those of all owners together are one item a day, which
/// takes a thousand writes a second.
final class DynamoDbSpendingStore implements SpendingStore {
    private static final String TOKENS = "tokens";
    private static final String COST = "costMicros";
    private static final String ALL_OWNERS = "SPENDING";

    private final Dynamo dynamo;
    private final String table;
    private final Clock clock;

    DynamoDbSpendingStore(Dynamo dynamo, String table, Clock clock) {
        this.dynamo = dynamo;
        this.table = table;
        this.clock = clock;
    }

    @Override
    public boolean spend(SpendingScope scope, Spending amount, Spending limit) {
        if (!amount.fitsInto(limit)) {
            return false;
        }
        Spending before = limit.minus(amount);
        Condition fits = Condition.atMost(TOKENS, before.tokens()).and(Condition.atMost(COST, before.costMicros()));
        return dynamo.update(counting(scope, amount, Condition.absent(TOKENS).or(fits))) instanceof Written.Done;
    }

    @Override
    public void correct(SpendingScope scope, Spending difference) {
        if (!difference.equals(Spending.NONE)) {
            dynamo.update(counting(scope, difference, Condition.exists(TOKENS)));
        }
    }

    @Override
    public Spending of(SpendingScope scope) {
        return dynamo.get(key(scope))
                .map(item -> new Spending(item.number(TOKENS), item.number(COST)))
                .orElse(Spending.NONE);
    }

    private Update counting(SpendingScope scope, Spending amount, Condition condition) {
        long expiresAt = Expiry.of(clock.instant(), keptFor(scope));
        return new Update(key(scope), condition)
                .count(TOKENS, amount.tokens())
                .count(COST, amount.costMicros())
                .set(Attribute.EXPIRES_AT, AttributeValue.fromN(Long.toString(expiresAt)));
    }

    private static Duration keptFor(SpendingScope scope) {
        return switch (scope) {
            case SpendingScope.OfSession _ -> Expiry.SESSION_SPENDING;
            case SpendingScope.OfOwner _, SpendingScope.OfAll _ -> Expiry.DAYS_SPENDING;
        };
    }

    private Key key(SpendingScope scope) {
        return switch (scope) {
            case SpendingScope.OfSession(var session) -> key(session.owner().key(), "SESSION#" + session.id());
            case SpendingScope.OfOwner(var owner, var day) -> key(owner.key(), "DAY#" + day);
            case SpendingScope.OfAll(var day) -> key(ALL_OWNERS, "DAY#" + day);
        };
    }

    private Key key(String partition, String item) {
        return new Key(table, Attribute.OWNER, partition, "SPENDING#" + item);
    }
}
