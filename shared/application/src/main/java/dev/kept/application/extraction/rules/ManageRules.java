package dev.kept.application.extraction.rules;

import dev.kept.application.redaction.Redactor;
import dev.kept.domain.error.Conflict;
import dev.kept.domain.error.InvalidRequest;
import dev.kept.domain.error.NotFound;
import dev.kept.domain.rules.OwnRules;
import dev.kept.domain.rules.RuleScope;
import dev.kept.domain.rules.RuleSet;
import dev.kept.domain.rules.RuleStore;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/// Users' own rules. What is kept can be put to work: rules are checked before they are taken. A
/// reset is a version like any other, so it can be undone too.
public final class ManageRules {
    private final RuleStore store;
    private final OwnRulesSecrets secrets;
    private final Clock clock;

    public ManageRules(RuleStore store, Redactor redactor, Clock clock) {
        this.store = store;
        this.secrets = new OwnRulesSecrets(redactor);
        this.clock = clock;
    }

    public RuleSet current(RuleScope scope) {
        return store.find(scope).orElseGet(() -> RuleSet.none(scope));
    }

    /// @throws NotFound when that version is no longer kept, or never was
    public RuleSet version(RuleScope scope, long version) {
        return store.find(scope, version).orElseThrow(() -> new NotFound("version", Long.toString(version)));
    }

    /// Newest first.
    public List<RuleSet> versions(RuleScope scope) {
        return store.versions(scope);
    }

    /// The own rules that apply in a scope, each over those before it.
    public List<RuleSet> order(RuleScope scope) {
        return store.effective(scope.owner(), scope.projectId());
    }

    /// @param expected the version that they replace; empty: whatever is there
    /// @throws InvalidRequest naming the field at fault
    /// @throws Conflict a version race
    public RuleSet put(RuleScope scope, OwnRules rules, Optional<Long> expected) {
        OwnRulesCheck.check(rules);
        secrets.refuse(scope, rules);
        RuleSet current = expected(scope, expected);
        return rules.equals(current.rules())
                ? current
                : store.save(new RuleSet(scope, rules, current.version(), clock.instant()));
    }

    /// Makes what an earlier version said the current version.
    public RuleSet restore(RuleScope scope, long version, Optional<Long> expected) {
        return put(scope, version(scope, version).rules(), expected);
    }

    /// Leaves the scope without own rules.
    public RuleSet reset(RuleScope scope, Optional<Long> expected) {
        return put(scope, OwnRules.NONE, expected);
    }

    private RuleSet expected(RuleScope scope, Optional<Long> expected) {
        RuleSet current = current(scope);
        if (expected.isPresent() && expected.get() != current.version()) {
            throw Conflict.versionRace("rules", "of this scope");
        }
        return current;
    }
}
