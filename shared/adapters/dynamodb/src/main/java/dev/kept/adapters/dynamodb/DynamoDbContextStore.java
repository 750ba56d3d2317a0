package dev.kept.adapters.dynamodb;

import dev.kept.domain.context.Context;
import dev.kept.domain.context.ContextStore;
import dev.kept.domain.error.Conflict;
import dev.kept.domain.id.ContextId;
import dev.kept.domain.id.Owner;
import dev.kept.domain.id.ProjectId;
import dev.kept.domain.page.Page;
import dev.kept.domain.page.PageRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Contexts in the contexts table.
final class DynamoDbContextStore implements ContextStore {
    private static final String CHANGED_AT = "changedAt";
    private static final String CHANGES = "changes";
    private final Dynamo dynamo;
    private final String table;
    private final Contents contents;
    private final Clock clock;

    DynamoDbContextStore(Dynamo dynamo, String table, Contents contents, Clock clock) {
        this.dynamo = dynamo;
        this.table = table;
        this.contents = contents;
        this.clock = clock;
    }

    @Override
    public void save(Context context) {
        Owner owner = context.request().owner();
        Item item = item(key(owner, item(context.id(), context.version())), context);
        if (dynamo.put(table, item, Condition.absent(Attribute.ITEM)) instanceof Written.Refused) {
            contents.remove(item);
            throw Conflict.exists("context", context.id() + " version " + context.version());
        }
    }

    @Override
    public Optional<Context> find(Owner owner, ContextId id, Optional<Integer> version) {
        Optional<Item> found = version.map(number -> dynamo.get(key(owner, item(id, number))))
                .orElseGet(() -> dynamo.first(versions(owner, id), 1).stream().findFirst());
        return found.flatMap(this::live);
    }

    @Override
    public Page<Context> versions(Owner owner, ContextId id, PageRequest page) {
        return new PagedQuery<>(dynamo, owner.key(), versions(owner, id), "", this::live).page(page);
    }

    @Override
    public void saveWarm(Owner owner, Optional<ProjectId> project, Context context) {
        contents.remove(dynamo.replace(table, item(warmKey(owner, project), context)));
    }

    @Override
    public Optional<Context> findWarm(Owner owner, Optional<ProjectId> project) {
        List<Item> items = dynamo.getAll(List.of(warmKey(owner, project), changedKey(owner)));
        Optional<Instant> changedAt = items.stream()
                .flatMap(item -> item.optionalTime(CHANGED_AT).stream())
                .findFirst();
        return items.stream()
                .filter(item -> !item.has(CHANGED_AT))
                .flatMap(item -> live(item).stream())
                .filter(context -> changedAt.map(context.createdAt()::isAfter).orElse(true))
                .findFirst();
    }

    /// One item for all projects of the owner says since when warm contexts are good. It only
    /// moves forward, and what it outdates is replaced by the next build or expires. A change that
    /// another process dated later is counted all the same.
    @Override
    public long dropWarm(Owner owner, Instant changedAt) {
        AttributeValue at = AttributeValue.fromS(Times.format(changedAt));
        Condition forward = Condition.absent(CHANGED_AT).or(Condition.less(CHANGED_AT, at));
        Update update = new Update(changedKey(owner), forward).set(CHANGED_AT, at);
        Written written = dynamo.update(update.count(CHANGES, 1));
        return switch (written) {
            case Written.Done(Item item) -> changes(item);
            case Written.Refused _ -> countOnly(owner);
        };
    }

    private long countOnly(Owner owner) {
        Update update = new Update(changedKey(owner), Condition.exists(CHANGED_AT)).count(CHANGES, 1);
        return switch (dynamo.update(update)) {
            case Written.Done(Item item) -> changes(item);
            case Written.Refused _ -> dropWarm(owner, clock.instant());
        };
    }

    @Override
    public long changes(Owner owner) {
        return dynamo.get(changedKey(owner)).map(DynamoDbContextStore::changes).orElse(0L);
    }

    private static long changes(Item item) {
        return item.has(CHANGES) ? item.number(CHANGES) : 0;
    }

    private Optional<Context> live(Item item) {
        return item.isLive(clock) ? ContextItem.read(item, contents) : Optional.empty();
    }

    private Item item(Key key, Context context) {
        Owner owner = context.request().owner();
        String json = ContextItem.json(context);
        return ContextItem.write(
                key, clock.instant(), contents.place(Folders.contexts(owner), json, ContextItem.CONTENT_BYTES_INLINE));
    }

    private Range versions(Owner owner, ContextId id) {
        return Range.of(table, Attribute.OWNER, owner.key())
                .prefix("CONTEXT#" + id + "#")
                .reversed();
    }

    private static String item(ContextId id, int version) {
        return "CONTEXT#" + id + "#" + "%010d".formatted(version);
    }

    private Key warmKey(Owner owner, Optional<ProjectId> project) {
        return key(owner, "WARM#" + project.map(ProjectId::value).orElse(""));
    }

    private Key changedKey(Owner owner) {
        return key(owner, "WARM_FROM");
    }

    private Key key(Owner owner, String item) {
        return new Key(table, Attribute.OWNER, owner.key(), item);
    }
}
