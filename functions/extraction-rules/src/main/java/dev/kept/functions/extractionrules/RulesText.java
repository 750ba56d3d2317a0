package dev.kept.functions.extractionrules;

import dev.kept.domain.rules.OwnRules;
import java.util.List;

/// Own rules as they are shown: what can be put back as it is.
record RulesText(
        List<CueBody> cues,
        List<CueBody> questionCues,
        List<ObjectionBody> objections,
        List<ImportanceBody> importance,
        List<String> ignore,
        List<String> keep,
        List<NameBody> entities,
        List<String> disabled) {
    static RulesText of(OwnRules rules) {
        return new RulesText(
                rules.cues().stream().map(CueBody::of).toList(),
                rules.questionCues().stream().map(CueBody::of).toList(),
                rules.objections().stream().map(ObjectionBody::of).toList(),
                rules.importance().stream().map(ImportanceBody::of).toList(),
                rules.ignore(),
                rules.keep(),
                rules.entities().stream().map(NameBody::of).toList(),
                rules.disabled());
    }
}
