package dev.kept.adapters.dynamodb;

import dev.kept.domain.context.ContextTemplate;
import dev.kept.domain.context.TemplateStore;
import dev.kept.domain.error.Conflict;
import dev.kept.domain.id.Owner;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Users' own templates, in the contexts table.
final class DynamoDbTemplateStore implements TemplateStore {
    private static final String TEMPLATE = "TEMPLATE#";
    private final Dynamo dynamo;
    private final String table;

    DynamoDbTemplateStore(Dynamo dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    @Override
    public Optional<ContextTemplate> find(Owner owner, String name) {
        return dynamo.get(key(owner, name)).map(DynamoDbTemplateStore::read);
    }

    @Override
    public List<ContextTemplate> list(Owner owner) {
        Range own = Range.of(table, Attribute.OWNER, owner.key()).prefix(TEMPLATE);
        return dynamo.first(own, ContextTemplate.OWN_MAX).stream()
                .map(DynamoDbTemplateStore::read)
                .toList();
    }

    @Override
    public ContextTemplate save(ContextTemplate template) {
        long version = template.version();
        ContextTemplate next = template.withVersion(version + 1);
        Condition current =
                version == 0 ? Condition.absent(Attribute.ITEM) : Condition.equal(Attribute.VERSION, version);
        if (dynamo.put(table, item(next), current) instanceof Written.Refused) {
            throw conflict(template.name());
        }
        return next;
    }

    @Override
    public boolean delete(Owner owner, String name, OptionalLong version) {
        Condition there = version.isPresent()
                ? Condition.equal(Attribute.VERSION, version.getAsLong())
                : Condition.exists(Attribute.ITEM);
        return switch (dynamo.delete(key(owner, name), there)) {
            case Written.Done _ -> true;
            case Written.Refused(Item item) -> {
                if (item.has(Attribute.ITEM)) {
                    throw conflict(name);
                }
                yield false;
            }
        };
    }

    private Item item(ContextTemplate template) {
        return Item.at(key(template.owner(), template.name()))
                .put("name", template.name())
                .put("text", template.text())
                .put(Attribute.VERSION, template.version())
                .put("updatedAt", template.updatedAt());
    }

    private static ContextTemplate read(Item item) {
        return new ContextTemplate(
                Owner.parse(item.text(Attribute.OWNER)),
                item.text("name"),
                item.text("text"),
                item.number(Attribute.VERSION),
                item.time("updatedAt"));
    }

    private static Conflict conflict(String name) {
        return Conflict.versionRace("template", name);
    }

    private Key key(Owner owner, String name) {
        return new Key(table, Attribute.OWNER, owner.key(), TEMPLATE + name);
    }
}
