package dev.kept.functions.extractionrules;

import dev.kept.domain.rules.NameRule;
import java.util.List;
import java.util.Optional;

record NameBody(String name, Optional<String> kind, Optional<List<String>> aliases) {
    private static final String UNKNOWN = "name";

    NameBody {
        rule(name, kind, aliases);
    }

    static NameBody of(NameRule rule) {
        return new NameBody(rule.name(), Optional.of(rule.kind()), Optional.of(rule.aliases()));
    }

    NameRule rule() {
        return rule(name, kind, aliases);
    }

    private static NameRule rule(String name, Optional<String> kind, Optional<List<String>> aliases) {
        return new NameRule(name, kind.orElse(UNKNOWN), aliases.orElse(List.of()));
    }
}
