package dev.kept.application.extraction.rules;

import dev.kept.application.redaction.ChosenNames;
import dev.kept.application.redaction.Redactor;
import dev.kept.domain.rules.CueRule;
import dev.kept.domain.rules.ImportanceRule;
import dev.kept.domain.rules.NameRule;
import dev.kept.domain.rules.ObjectionRule;
import dev.kept.domain.rules.OwnRules;
import dev.kept.domain.rules.RuleScope;
import java.util.List;

/// Rules are kept word for word, so those with a secret in them are refused: with a placeholder in its place, a phrase
/// would find something else.
final class OwnRulesSecrets {
    private final ChosenNames names;

    OwnRulesSecrets(Redactor redactor) {
        this.names = new ChosenNames(redactor);
    }

    /// @throws dev.kept.domain.error.InvalidRequest naming the field at fault
    void refuse(RuleScope scope, OwnRules rules) {
        names.check("projectId", scope.projectId());
        cues("cues", rules.cues());
        cues("questionCues", rules.questionCues());
        objections(rules.objections());
        importance(rules.importance());
        names.checkEach("ignore", rules.ignore());
        names.checkEach("keep", rules.keep());
        entities(rules.entities());
    }

    private void cues(String field, List<CueRule> cues) {
        for (int i = 0; i < cues.size(); i++) {
            text(field + "[" + i + "]", "why", cues.get(i).why(), cues.get(i).phrases());
        }
    }

    private void objections(List<ObjectionRule> rules) {
        for (int i = 0; i < rules.size(); i++) {
            text(
                    "objections[" + i + "]",
                    "reason",
                    rules.get(i).reason(),
                    rules.get(i).phrases());
        }
    }

    private void importance(List<ImportanceRule> rules) {
        for (int i = 0; i < rules.size(); i++) {
            text(
                    "importance[" + i + "]",
                    "why",
                    rules.get(i).why(),
                    rules.get(i).phrases());
        }
    }

    private void text(String rule, String reason, String why, List<String> phrases) {
        names.check(rule + "." + reason, why);
        names.checkEach(rule + ".phrases", phrases);
    }

    private void entities(List<NameRule> rules) {
        for (int i = 0; i < rules.size(); i++) {
            names.check("entities[" + i + "].name", rules.get(i).name());
            names.checkEach("entities[" + i + "].aliases", rules.get(i).aliases());
        }
    }
}
