package dev.kept.application.extraction.rules;

import dev.kept.domain.rules.CueRule;
import dev.kept.domain.rules.OwnRules;
import dev.kept.domain.rules.RuleSet;
import java.util.Locale;

/// The own rules of one scope, about to be laid over those before them. Whatever they find says that it was they.
public record OwnLayer(String origin, OwnRules rules) {
    /// The rules of one scope, under the name by which people tell its scope.
    public static OwnLayer of(RuleSet set) {
        String origin = set.scope()
                .projectId()
                .map(project -> "own rule of project " + project)
                .orElse("own rule");
        return new OwnLayer(origin, set.rules());
    }

    Cue cue(CueRule rule) {
        return new Cue(rule.type(), rule.weight(), marked(rule.why()), true);
    }

    String marked(String why) {
        return why + " (" + origin + ")";
    }

    /// As sentences are read: in small letters, with straight quotes, single spaces.
    static String phrase(String written) {
        return written.strip()
                .toLowerCase(Locale.ROOT)
                .replace('\u2019', '\'')
                .replace('\u2018', '\'')
                .replaceAll("\\s+", " ");
    }
}
