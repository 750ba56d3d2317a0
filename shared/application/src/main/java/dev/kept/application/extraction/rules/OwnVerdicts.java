package dev.kept.application.extraction.rules;

import dev.kept.application.extraction.words.PhraseTable;
import dev.kept.application.extraction.words.Words;
import dev.kept.domain.rules.ObjectionRule;
import dev.kept.domain.rules.OwnRules;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The "never" and "always" of own rules. Those of a project come before those of its owner; within one scope "never"
/// comes before "always".
final class OwnVerdicts {
    private final List<PhraseTable<OwnVerdict>> tables;

    /// @param layers each over those before it
    OwnVerdicts(List<OwnLayer> layers) {
        this.tables = layers.reversed().stream()
                .flatMap(layer -> Stream.of(never(layer), always(layer)))
                .toList();
    }

    Optional<OwnVerdict> of(Words sentence) {
        for (PhraseTable<OwnVerdict> table : tables) {
            Set<OwnVerdict> found = table.in(sentence);
            if (!found.isEmpty()) {
                return Optional.of(found.iterator().next());
            }
        }
        return Optional.empty();
    }

    boolean areNone() {
        return tables.isEmpty();
    }

    private static PhraseTable<OwnVerdict> never(OwnLayer layer) {
        OwnRules rules = layer.rules();
        PhraseTable<OwnVerdict> table = new PhraseTable<>();
        rules.ignore().forEach(phrase -> add(table, phrase, new OwnVerdict.Never(layer.marked("ignored"))));
        rules.objections().stream().filter(ObjectionRule::isFinal).forEach(rule -> {
            OwnVerdict verdict = new OwnVerdict.Never(layer.marked(rule.reason()));
            rule.phrases().forEach(phrase -> add(table, phrase, verdict));
        });
        return table;
    }

    private static PhraseTable<OwnVerdict> always(OwnLayer layer) {
        PhraseTable<OwnVerdict> table = new PhraseTable<>();
        layer.rules().keep().forEach(phrase -> add(table, phrase, new OwnVerdict.Always(layer.marked("always kept"))));
        return table;
    }

    private static void add(PhraseTable<OwnVerdict> table, String phrase, OwnVerdict verdict) {
        table.add(OwnLayer.phrase(phrase), verdict);
    }
}
