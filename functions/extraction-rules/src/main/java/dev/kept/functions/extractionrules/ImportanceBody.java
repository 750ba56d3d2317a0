package dev.kept.functions.extractionrules;

import dev.kept.domain.memory.MemoryType;
import dev.kept.domain.rules.ImportanceRule;
import java.util.List;
import java.util.Optional;

record ImportanceBody(Optional<MemoryType> base, double value, Optional<String> why, Optional<List<String>> phrases) {
    ImportanceBody {
        rule(base, value, why, phrases);
    }

    static ImportanceBody of(ImportanceRule rule) {
        boolean ofPhrases = rule.base().isEmpty();
        return new ImportanceBody(
                rule.base(),
                rule.value(),
                Optional.of(rule.why()).filter(_ -> ofPhrases),
                Optional.of(rule.phrases()).filter(_ -> ofPhrases));
    }

    ImportanceRule rule() {
        return rule(base, value, why, phrases);
    }

    private static ImportanceRule rule(
            Optional<MemoryType> base, double value, Optional<String> why, Optional<List<String>> phrases) {
        return new ImportanceRule(base, value, why.orElse(""), phrases.orElse(List.of()));
    }
}
