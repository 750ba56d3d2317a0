package dev.kept.adapters.dynamodb;

import dev.kept.domain.id.Owner;
import dev.kept.domain.telemetry.TraceContext;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Rewrites the texts of one item where it lies, large content too.
///
/// What is JSON is taken apart, or a text that ends early would break it. A record whose text changes loses the vector
/// of the old one and is marked as unindexed, so that search and index take the new one up.
final class ItemTexts {
    enum Outcome {
        SAME,
        REWRITTEN,
        MISSED
    }

    private static final String CONTENT = "content";
    private static final String CONTENT_KEY = "contentKey";
    private static final Set<String> NO_TEXT = Set.of(
            Attribute.OWNER,
            Attribute.ITEM,
            Attribute.SESSION_ORDER,
            Attribute.EMBEDDING_MODEL,
            TraceContext.NAME,
            "type",
            "role",
            "status");
    private static final List<String> NO_TEXT_ENDINGS =
            List.of("Id", "Ids", "Key", "Sort", "Shard", "At", "Since", "From", "To", "By", "Hash", "Version");
    private static final Set<String> JSON = Set.of("metadata", "rules", "counts");
    private static final List<String> CONTEXTS = List.of("CONTEXT#", "WARM#");
    private static final List<String> VERSIONED = List.of(Keys.MEMORY, Keys.SESSION);
    private static final List<String> INDEXED = List.of(Keys.TURN, Keys.MEMORY, Keys.CHUNK);

    private final Dynamo dynamo;
    private final Contents contents;
    private final Clock clock;

    ItemTexts(Dynamo dynamo, Contents contents, Clock clock) {
        this.dynamo = dynamo;
        this.contents = contents;
        this.clock = clock;
    }

    Outcome rewrite(String table, Item item, UnaryOperator<String> rewrite) {
        Map<String, AttributeValue> changed = changed(item, rewrite);
        Optional<String> large = largeContent(item, rewrite);
        if (changed.isEmpty() && large.isEmpty()) {
            return Outcome.SAME;
        }
        Update update = update(table, item);
        changed.forEach(update::set);
        large.ifPresent(key -> update.set(CONTENT_KEY, key));
        if (changed.containsKey(CONTENT) || large.isPresent()) {
            update.remove(Attribute.EMBEDDING).remove(Attribute.EMBEDDING_MODEL);
        }
        boolean written = dynamo.update(update) instanceof Written.Done;
        if (written && large.isPresent()) {
            contents.remove(item);
        }
        return written ? Outcome.REWRITTEN : Outcome.MISSED;
    }

    private Update update(String table, Item item) {
        String place = item.text(Attribute.ITEM);
        Key key = new Key(table, Attribute.OWNER, item.text(Attribute.OWNER), place);
        Condition unchanged = item.has(Attribute.VERSION)
                ? Condition.equal(Attribute.VERSION, item.number(Attribute.VERSION))
                : Condition.exists(Attribute.ITEM);
        Update update = new Update(key, unchanged);
        if (VERSIONED.stream().anyMatch(place::startsWith) && item.has(Attribute.VERSION)) {
            update.add(Attribute.VERSION, 1);
        }
        if (INDEXED.stream().anyMatch(place::startsWith)) {
            String id = id(item);
            Owner owner = Owner.parse(item.text(Attribute.OWNER));
            update.set(Attribute.UNINDEXED_SINCE, Keys.timeSort(clock.instant(), id))
                    .set(Attribute.UNINDEXED_SHARD, Keys.unindexedShard(owner, id));
        }
        return update;
    }

    private static String id(Item item) {
        return item.optional("turnId").or(() -> item.optional("memoryId")).orElse(item.text(Attribute.ITEM));
    }

    private static Map<String, AttributeValue> changed(Item item, UnaryOperator<String> rewrite) {
        Map<String, AttributeValue> changed = new HashMap<>();
        item.attributes().forEach((name, value) -> {
            AttributeValue rewritten = isText(name) ? value(item, name, value, rewrite) : value;
            if (!rewritten.equals(value)) {
                changed.put(name, rewritten);
            }
        });
        return changed;
    }

    private static boolean isText(String name) {
        return !NO_TEXT.contains(name) && NO_TEXT_ENDINGS.stream().noneMatch(name::endsWith);
    }

    private static AttributeValue value(Item item, String name, AttributeValue value, UnaryOperator<String> rewrite) {
        return switch (value.type()) {
            case S -> AttributeValue.fromS(isJson(item, name) ? json(value.s(), rewrite) : rewrite.apply(value.s()));
            case L ->
                AttributeValue.fromL(value.l().stream()
                        .map(inner -> value(item, name, inner, rewrite))
                        .toList());
            default -> value;
        };
    }

    private static boolean isJson(Item item, String name) {
        String place = item.text(Attribute.ITEM);
        return JSON.contains(name) || (name.equals(CONTENT) && CONTEXTS.stream().anyMatch(place::startsWith));
    }

    /// As it was when nothing in it changes: fields keep their order and form.
    private static String json(String json, UnaryOperator<String> rewrite) {
        Map<String, Object> before = Json.readMap(json);
        Map<String, @Nullable Object> after = tree(before, rewrite);
        return after.equals(before) ? json : Json.write(after);
    }

    private static Map<String, @Nullable Object> tree(Map<?, ?> map, UnaryOperator<String> rewrite) {
        Map<String, @Nullable Object> rewritten = new LinkedHashMap<>();
        map.forEach((name, value) -> rewritten.put(rewrite.apply(String.valueOf(name)), value(value, rewrite)));
        return rewritten;
    }

    private static @Nullable Object value(@Nullable Object value, UnaryOperator<String> rewrite) {
        return switch (value) {
            case String text -> rewrite.apply(text);
            case List<?> list ->
                list.stream().map(inner -> value(inner, rewrite)).toList();
            case Map<?, ?> map -> tree(map, rewrite);
            case null, default -> value;
        };
    }

    /// The place of the rewritten content, when it lies outside of the item and changes.
    private Optional<String> largeContent(Item item, UnaryOperator<String> rewrite) {
        Optional<String> key = item.optional(CONTENT_KEY);
        if (key.isEmpty() || item.has(CONTENT)) {
            return Optional.empty();
        }
        return contents.read(item).flatMap(text -> {
            String rewritten = isJson(item, CONTENT) ? json(text, rewrite) : rewrite.apply(text);
            String folder = key.get().substring(0, Math.max(0, key.get().lastIndexOf('/')));
            return rewritten.equals(text)
                    ? Optional.empty()
                    : contents.place(folder, rewritten, -1).key();
        });
    }
}
