package dev.kept.adapters.dynamodb;

import dev.kept.domain.error.Conflict;
import dev.kept.domain.id.Owner;
import dev.kept.domain.id.ProjectId;
import dev.kept.domain.rules.RuleScope;
import dev.kept.domain.rules.RuleSet;
import dev.kept.domain.rules.RuleStore;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Own rules in the memories table, beside what they find: the current version under a key of its own, so that those of
/// a user and of a project are read at once, and each of the last versions.
final class DynamoDbRuleStore implements RuleStore {
    private final Dynamo dynamo;
    private final MemoriesTable table;

    DynamoDbRuleStore(Dynamo dynamo, MemoriesTable table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    @Override
    public Optional<RuleSet> find(RuleScope scope) {
        return dynamo.get(current(scope)).map(RulesItem::read);
    }

    @Override
    public Optional<RuleSet> find(RuleScope scope, long version) {
        return dynamo.get(at(scope, version)).map(RulesItem::read);
    }

    @Override
    public List<RuleSet> versions(RuleScope scope) {
        Range range = table.items(scope.owner(), Keys.ruleVersions(scope)).reversed();
        return dynamo.first(range, RuleSet.VERSIONS_KEPT).stream()
                .map(RulesItem::read)
                .toList();
    }

    @Override
    public List<RuleSet> effective(Owner owner, Optional<ProjectId> project) {
        List<Key> keys = Stream.concat(
                        Stream.of(RuleScope.of(owner)), project.stream().map(id -> RuleScope.of(owner, id)))
                .map(this::current)
                .toList();
        return dynamo.getAll(keys).stream()
                .map(RulesItem::read)
                .sorted(Comparator.comparing(set -> set.scope().projectId().isPresent()))
                .toList();
    }

    @Override
    public RuleSet save(RuleSet rules) {
        RuleSet next = rules.withVersion(rules.version() + 1);
        return Contention.retry("rules", () -> tryToSave(next) ? Optional.of(next) : Optional.empty());
    }

    private boolean tryToSave(RuleSet next) {
        RuleScope scope = next.scope();
        long version = next.version();
        Condition expected =
                version == 1 ? Condition.absent(Attribute.ITEM) : Condition.equal(Attribute.VERSION, version - 1);
        Transaction transaction = dynamo.transaction()
                .put(table.name(), RulesItem.write(current(scope), next), expected)
                .put(table.name(), RulesItem.write(at(scope, version), next));
        if (version > RuleSet.VERSIONS_KEPT) {
            transaction.delete(at(scope, version - RuleSet.VERSIONS_KEPT));
        }
        Optional<Transaction.Cancelled> cancelled = transaction.commit();
        cancelled.filter(reason -> !reason.refused().isEmpty()).ifPresent(_ -> {
            throw Conflict.versionRace(
                    "rules", scope.projectId().map(ProjectId::value).orElse("of the user"));
        });
        return cancelled.isEmpty();
    }

    private Key current(RuleScope scope) {
        return table.key(scope.owner(), Keys.rules(scope));
    }

    private Key at(RuleScope scope, long version) {
        return table.key(scope.owner(), Keys.ruleVersion(scope, version));
    }
}
