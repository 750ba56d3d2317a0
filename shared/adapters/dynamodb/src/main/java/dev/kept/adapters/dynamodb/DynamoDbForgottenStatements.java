package dev.kept.adapters.dynamodb;

import dev.kept.domain.id.Owner;
import dev.kept.domain.id.ProjectId;
import dev.kept.domain.memory.Forgotten;
import dev.kept.domain.memory.ForgottenStatements;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Forgotten statements in the memories table, beside the memories that they were.
final class DynamoDbForgottenStatements implements ForgottenStatements {
    private final Dynamo dynamo;
    private final MemoriesTable table;

    DynamoDbForgottenStatements(Dynamo dynamo, MemoriesTable table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    @Override
    public List<Forgotten> in(Owner owner, Optional<ProjectId> project) {
        List<Forgotten> everywhere = read(owner, Keys.forgotten(Optional.empty()));
        return project.map(id -> Stream.concat(
                                everywhere.stream(), read(owner, Keys.forgotten(Optional.of(id))).stream())
                        .toList())
                .orElse(everywhere);
    }

    private List<Forgotten> read(Owner owner, String prefix) {
        return dynamo.first(table.items(owner, prefix), Integer.MAX_VALUE).stream()
                .map(ForgottenItem::read)
                .toList();
    }

    @Override
    public int erase(Owner owner) {
        List<Key> all = dynamo.first(table.items(owner, Keys.FORGOTTEN), Integer.MAX_VALUE).stream()
                .map(item -> table.key(owner, item.text(Attribute.ITEM)))
                .toList();
        dynamo.deleteAll(table.name(), all);
        return all.size();
    }
}
