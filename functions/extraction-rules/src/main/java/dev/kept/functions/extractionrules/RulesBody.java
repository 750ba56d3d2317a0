package dev.kept.functions.extractionrules;

import dev.kept.domain.rules.OwnRules;
import java.util.List;
import java.util.Optional;

/// Own rules as a client writes them, in JSON or YAML.
record RulesBody(
        Optional<List<CueBody>> cues,
        Optional<List<CueBody>> questionCues,
        Optional<List<ObjectionBody>> objections,
        Optional<List<ImportanceBody>> importance,
        Optional<List<String>> ignore,
        Optional<List<String>> keep,
        Optional<List<NameBody>> entities,
        Optional<List<String>> disabled,
        Optional<Boolean> dryRun,
        Optional<SamplesBody> samples) {
    static RulesBody of(OwnRules rules) {
        RulesText text = RulesText.of(rules);
        return new RulesBody(
                Optional.of(text.cues()),
                Optional.of(text.questionCues()),
                Optional.of(text.objections()),
                Optional.of(text.importance()),
                Optional.of(text.ignore()),
                Optional.of(text.keep()),
                Optional.of(text.entities()),
                Optional.of(text.disabled()),
                Optional.empty(),
                Optional.empty());
    }

    OwnRules rules() {
        return new OwnRules(
                cues.orElse(List.of()).stream().map(CueBody::rule).toList(),
                questionCues.orElse(List.of()).stream().map(CueBody::rule).toList(),
                objections.orElse(List.of()).stream().map(ObjectionBody::rule).toList(),
                importance.orElse(List.of()).stream().map(ImportanceBody::rule).toList(),
                ignore.orElse(List.of()),
                keep.orElse(List.of()),
                entities.orElse(List.of()).stream().map(NameBody::rule).toList(),
                disabled.orElse(List.of()));
    }
}
