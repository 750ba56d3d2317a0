package dev.kept.domain.rules;

import java.time.Instant;

/// The own rules of one scope, as they were at one version.
///
/// @param version counts their changes, a reset among them; 0 before the first
public record RuleSet(RuleScope scope, OwnRules rules, long version, Instant updatedAt) {
    /// How many versions can be seen and put back, the current one included.
    public static final int VERSIONS_KEPT = 10;

    /// What applies before anybody wrote a rule.
    public static RuleSet none(RuleScope scope) {
        return new RuleSet(scope, OwnRules.NONE, 0, Instant.EPOCH);
    }

    public RuleSet withVersion(long kept) {
        return new RuleSet(scope, rules, kept, updatedAt);
    }
}
