package dev.kept.functions.extractionrules;

import dev.kept.domain.memory.MemoryType;
import dev.kept.domain.rules.CueRule;
import java.util.List;
import java.util.Optional;

record CueBody(MemoryType type, Optional<Double> weight, String why, List<String> phrases) {
    /// Whoever writes a rule of their own means it.
    private static final double DECISIVE = 3;

    CueBody {
        rule(type, weight, why, phrases);
    }

    static CueBody of(CueRule rule) {
        return new CueBody(rule.type(), Optional.of(rule.weight()), rule.why(), rule.phrases());
    }

    CueRule rule() {
        return rule(type, weight, why, phrases);
    }

    private static CueRule rule(MemoryType type, Optional<Double> weight, String why, List<String> phrases) {
        return new CueRule(type, weight.orElse(DECISIVE), why, phrases);
    }
}
