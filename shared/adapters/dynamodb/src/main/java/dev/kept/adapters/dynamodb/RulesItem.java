package dev.kept.adapters.dynamodb;

import dev.kept.domain.id.Owner;
import dev.kept.domain.id.ProjectId;
import dev.kept.domain.memory.MemoryType;
import dev.kept.domain.rules.CueRule;
import dev.kept.domain.rules.ImportanceRule;
import dev.kept.domain.rules.NameRule;
import dev.kept.domain.rules.ObjectionRule;
import dev.kept.domain.rules.OwnRules;
import dev.kept.domain.rules.RuleScope;
import dev.kept.domain.rules.RuleSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Own rules as an item: they are read as a whole or not at all, so they are one JSON text.
final class RulesItem {
    private static final String PROJECT = "projectId";
    private static final String RULES = "rules";
    private static final String UPDATED_AT = "updatedAt";

    private RulesItem() {}

    static Item write(Key key, RuleSet set) {
        return Item.at(key)
                .put(PROJECT, set.scope().projectId())
                .put(RULES, Json.write(Stored.of(set.rules())))
                .put(Attribute.VERSION, set.version())
                .put(UPDATED_AT, set.updatedAt());
    }

    static RuleSet read(Item item) {
        RuleScope scope = new RuleScope(
                Owner.parse(item.text(Attribute.OWNER)), item.optional(PROJECT).map(ProjectId::new));
        OwnRules rules = Json.read(item.text(RULES), Stored.class).rules();
        return new RuleSet(scope, rules, item.number(Attribute.VERSION), item.time(UPDATED_AT));
    }

    private record Stored(
            List<CueRule> cues,
            List<CueRule> questionCues,
            List<StoredObjection> objections,
            List<StoredImportance> importance,
            List<String> ignore,
            List<String> keep,
            List<NameRule> entities,
            List<String> disabled) {
        static Stored of(OwnRules rules) {
            return new Stored(
                    rules.cues(),
                    rules.questionCues(),
                    rules.objections().stream().map(StoredObjection::of).toList(),
                    rules.importance().stream().map(StoredImportance::of).toList(),
                    rules.ignore(),
                    rules.keep(),
                    rules.entities(),
                    rules.disabled());
        }

        OwnRules rules() {
            return new OwnRules(
                    cues,
                    questionCues,
                    objections.stream().map(StoredObjection::rule).toList(),
                    importance.stream().map(StoredImportance::rule).toList(),
                    ignore,
                    keep,
                    entities,
                    disabled);
        }
    }

    /// @param outweighedBy null: never, for which JSON has no number
    private record StoredObjection(String reason, @Nullable Double outweighedBy, List<String> phrases) {
        static StoredObjection of(ObjectionRule rule) {
            return new StoredObjection(rule.reason(), rule.isFinal() ? null : rule.outweighedBy(), rule.phrases());
        }

        ObjectionRule rule() {
            return new ObjectionRule(reason, outweighedBy == null ? ObjectionRule.NEVER : outweighedBy, phrases);
        }
    }

    private record StoredImportance(@Nullable MemoryType base, double value, String why, List<String> phrases) {
        static StoredImportance of(ImportanceRule rule) {
            return new StoredImportance(rule.base().orElse(null), rule.value(), rule.why(), rule.phrases());
        }

        ImportanceRule rule() {
            return new ImportanceRule(Optional.ofNullable(base), value, why, phrases);
        }
    }
}
