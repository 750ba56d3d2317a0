package dev.kept.adapters.dynamodb;

import dev.kept.domain.extraction.ParagraphHash;
import dev.kept.domain.extraction.ParagraphLog;
import dev.kept.domain.id.Owner;
import dev.kept.domain.session.SessionRef;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Paragraphs in the contexts table, which nothing follows by a stream: one item each, with the two sessions that held
/// it first. A later session only puts off its expiry, and that once a day.
final class DynamoDbParagraphLog implements ParagraphLog {
    private static final String FIRST = "firstSession";
    private static final String SECOND = "secondSession";
    private static final Duration FRESH = Duration.ofDays(1);

    private final Dynamo dynamo;
    private final String table;
    private final Clock clock;

    DynamoDbParagraphLog(Dynamo dynamo, String table, Clock clock) {
        this.dynamo = dynamo;
        this.table = table;
        this.clock = clock;
    }

    @Override
    public Set<ParagraphHash> repeated(SessionRef session, Set<ParagraphHash> paragraphs) {
        Map<String, Item> noted = noted(session.owner(), paragraphs);
        Set<ParagraphHash> repeated = new HashSet<>();
        for (ParagraphHash paragraph : paragraphs) {
            Key key = key(session.owner(), paragraph);
            Optional<Item> item = Optional.ofNullable(noted.get(Keys.paragraph(paragraph)));
            if (item.isEmpty()) {
                noteFirst(key, session);
            } else if (isRepeated(key, item.get(), session)) {
                repeated.add(paragraph);
            }
        }
        return repeated;
    }

    private Map<String, Item> noted(Owner owner, Set<ParagraphHash> paragraphs) {
        Map<String, Item> noted = new HashMap<>();
        List<Key> keys =
                paragraphs.stream().map(paragraph -> key(owner, paragraph)).toList();
        dynamo.getAll(keys).stream()
                .filter(item -> item.isLive(clock))
                .forEach(item -> noted.put(item.text(Attribute.ITEM), item));
        return noted;
    }

    private void noteFirst(Key key, SessionRef session) {
        long now = clock.instant().getEpochSecond();
        Condition free = Condition.absent(FIRST).or(Condition.atMost(Attribute.EXPIRES_AT, now));
        dynamo.put(table, Item.at(key).put(FIRST, session.id().value()).put(Attribute.EXPIRES_AT, expiresAt()), free);
    }

    private boolean isRepeated(Key key, Item item, SessionRef session) {
        String id = session.id().value();
        boolean isFirst = item.text(FIRST).equals(id);
        Optional<String> second = item.optional(SECOND);
        if (!isFirst && second.isEmpty()) {
            dynamo.update(expiring(key, Condition.absent(SECOND)).set(SECOND, id));
            return false;
        }
        if (item.number(Attribute.EXPIRES_AT) < expiresAt() - FRESH.toSeconds()) {
            dynamo.update(expiring(key, Condition.exists(FIRST)));
        }
        return !isFirst && !second.equals(Optional.of(id));
    }

    private Update expiring(Key key, Condition condition) {
        return new Update(key, condition).set(Attribute.EXPIRES_AT, AttributeValue.fromN(Long.toString(expiresAt())));
    }

    private long expiresAt() {
        return Expiry.of(clock.instant(), REMEMBERED);
    }

    @Override
    public int erase(Owner owner) {
        Range all = Range.of(table, Attribute.OWNER, owner.key()).prefix(Keys.PARAGRAPH);
        List<Key> keys = dynamo.first(all, Integer.MAX_VALUE).stream()
                .map(item -> new Key(table, Attribute.OWNER, owner.key(), item.text(Attribute.ITEM)))
                .toList();
        dynamo.deleteAll(table, keys);
        return keys.size();
    }

    private Key key(Owner owner, ParagraphHash paragraph) {
        return new Key(table, Attribute.OWNER, owner.key(), Keys.paragraph(paragraph));
    }
}
