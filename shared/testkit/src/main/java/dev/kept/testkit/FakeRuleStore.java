package dev.kept.testkit;

import dev.kept.domain.error.Conflict;
import dev.kept.domain.id.Owner;
import dev.kept.domain.id.ProjectId;
import dev.kept.domain.rules.RuleScope;
import dev.kept.domain.rules.RuleSet;
import dev.kept.domain.rules.RuleStore;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Own rules in memory, the newest version first.
public final class FakeRuleStore implements RuleStore {
    private final Map<RuleScope, ArrayDeque<RuleSet>> kept = new HashMap<>();

    @Override
    public synchronized Optional<RuleSet> find(RuleScope scope) {
        return versions(scope).stream().findFirst();
    }

    @Override
    public synchronized Optional<RuleSet> find(RuleScope scope, long version) {
        return versions(scope).stream().filter(set -> set.version() == version).findFirst();
    }

    @Override
    public synchronized List<RuleSet> versions(RuleScope scope) {
        return List.copyOf(kept.getOrDefault(scope, new ArrayDeque<>()));
    }

    @Override
    public synchronized List<RuleSet> effective(Owner owner, Optional<ProjectId> project) {
        return Stream.concat(Stream.of(RuleScope.of(owner)), project.stream().map(id -> RuleScope.of(owner, id)))
                .flatMap(scope -> find(scope).stream())
                .toList();
    }

    @Override
    public synchronized RuleSet save(RuleSet rules) {
        if (find(rules.scope()).map(RuleSet::version).orElse(0L) != rules.version()) {
            throw Conflict.versionRace("rules", "of the scope");
        }
        RuleSet next = rules.withVersion(rules.version() + 1);
        ArrayDeque<RuleSet> versions = kept.computeIfAbsent(rules.scope(), _ -> new ArrayDeque<>());
        versions.addFirst(next);
        if (versions.size() > RuleSet.VERSIONS_KEPT) {
            versions.removeLast();
        }
        return next;
    }
}
