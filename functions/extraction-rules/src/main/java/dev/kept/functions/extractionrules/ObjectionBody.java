package dev.kept.functions.extractionrules;

import dev.kept.domain.rules.ObjectionRule;
import java.util.List;
import java.util.Optional;

/// @param outweighedBy absent: by nothing
record ObjectionBody(String reason, Optional<Double> outweighedBy, List<String> phrases) {
    ObjectionBody {
        rule(reason, outweighedBy, phrases);
    }

    static ObjectionBody of(ObjectionRule rule) {
        return new ObjectionBody(
                rule.reason(), Optional.of(rule.outweighedBy()).filter(_ -> !rule.isFinal()), rule.phrases());
    }

    ObjectionRule rule() {
        return rule(reason, outweighedBy, phrases);
    }

    private static ObjectionRule rule(String reason, Optional<Double> outweighedBy, List<String> phrases) {
        return new ObjectionRule(reason, outweighedBy.orElse(ObjectionRule.NEVER), phrases);
    }
}
