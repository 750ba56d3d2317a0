package dev.kept.application.extraction.rules;

import dev.kept.application.bundled.YamlNode;
import dev.kept.application.extraction.words.PhraseTable;
import dev.kept.application.extraction.words.Words;
import dev.kept.domain.memory.MemoryType;
import dev.kept.domain.rules.OwnRules;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The rules: which words speak for a type, which against keeping, and which words do other work. They are the bundled
/// ones, with users' own on top.
public final class ExtractionRules {
    private final PhraseTable<Cue> cues = new PhraseTable<>();
    private final PhraseTable<Cue> questionCues = new PhraseTable<>();
    private final PhraseTable<Objection> objections = new PhraseTable<>();
    private final PhraseTable<Cue> importance = new PhraseTable<>();
    private final Map<String, PhraseTable<String>> signals = new HashMap<>();
    private final Map<String, Set<String>> words = new HashMap<>();
    private final Map<MemoryType, Double> importanceBase = new EnumMap<>(MemoryType.class);

    private final OwnVerdicts verdicts;

    private ExtractionRules(OwnVerdicts verdicts) {
        this.verdicts = verdicts;
    }

    /// Read once; nothing changes them.
    public static ExtractionRules bundled() {
        return Bundled.RULES;
    }

    /// @param layers own rules, each over those before it
    public static ExtractionRules with(List<OwnLayer> layers) {
        return layers.isEmpty() ? Bundled.RULES : composed(layers);
    }

    private static ExtractionRules composed(List<OwnLayer> layers) {
        YamlNode file = BundledRules.file();
        Set<String> disabled = layers.stream()
                .flatMap(layer -> layer.rules().disabled().stream())
                .collect(Collectors.toSet());
        ExtractionRules rules = new ExtractionRules(new OwnVerdicts(layers));
        BundledRules.without(disabled, "cues").forEach(node -> addCues(rules.cues, node));
        BundledRules.without(disabled, "questionCues").forEach(node -> addCues(rules.questionCues, node));
        BundledRules.without(disabled, "importance").forEach(rules::addImportance);
        BundledRules.without(disabled, "objections").forEach(rules::addObjection);
        BundledRules.bases().forEach(rules::addImportance);
        file.nodes("signals").forEach(rules::addSignal);
        file.nodes("words")
                .forEach(node -> rules.words.put(
                        node.text("name"), Set.of(node.text("words").split("\\s+", -1))));
        layers.forEach(rules::add);
        return rules;
    }

    /// What own rules say of a sentence before all else.
    public Optional<OwnVerdict> verdict(Words sentence) {
        return verdicts.of(sentence);
    }

    /// Whether own rules say of anything that it is always or never kept.
    public boolean hasVerdicts() {
        return !verdicts.areNone();
    }

    /// The signs of a type in a sentence.
    public Set<Cue> cues(Words sentence) {
        return cues.in(sentence);
    }

    /// What a question asks for, so what its answer is.
    public Set<Cue> questionCues(Words question) {
        return questionCues.in(question);
    }

    /// What speaks against keeping a sentence.
    public Set<Objection> objections(Words sentence) {
        return objections.in(sentence);
    }

    /// What makes a sentence more or less important; weights are added to what its type is worth.
    public Set<Cue> importanceFactors(Words sentence) {
        return importance.in(sentence);
    }

    double importanceBase(MemoryType type) {
        return importanceBase.getOrDefault(type, 0.5);
    }

    /// Whether a sentence gives a named signal, e.g. `accepts`, `fixed`, `problem`.
    public boolean signals(String name, Words sentence) {
        return table(name).occursIn(sentence);
    }

    /// A named list of words, e.g. `stop`.
    public Set<String> words(String name) {
        Set<String> list = words.get(name);
        if (list == null) {
            throw new IllegalArgumentException("no list of words is called " + name);
        }
        return list;
    }

    private PhraseTable<String> table(String name) {
        PhraseTable<String> table = signals.get(name);
        if (table == null) {
            throw new IllegalArgumentException("no signal is called " + name);
        }
        return table;
    }

    private void add(OwnLayer layer) {
        OwnRules own = layer.rules();
        own.cues().forEach(rule -> add(cues, rule.phrases(), layer.cue(rule)));
        own.questionCues().forEach(rule -> add(questionCues, rule.phrases(), layer.cue(rule)));
        own.objections().stream()
                .filter(rule -> !rule.isFinal())
                .forEach(rule -> add(
                        objections, rule.phrases(), new Objection(layer.marked(rule.reason()), rule.outweighedBy())));
        own.importance().forEach(rule -> {
            rule.base().ifPresent(type -> importanceBase.put(type, rule.value()));
            add(importance, rule.phrases(), new Cue(MemoryType.FACT, rule.value(), layer.marked(rule.why()), true));
        });
    }

    private static <T> void add(PhraseTable<T> table, List<String> phrases, T meaning) {
        phrases.forEach(phrase -> table.add(OwnLayer.phrase(phrase), meaning));
    }

    private static void addCues(PhraseTable<Cue> table, YamlNode node) {
        Cue cue = Cue.bundled(type(node.text("type")), node.number("weight", 1), node.text("why"));
        node.texts("phrases").forEach(phrase -> table.add(phrase, cue));
    }

    private void addImportance(YamlNode node) {
        node.optionalText("base").ifPresent(type -> importanceBase.put(type(type), node.number("value", 0.5)));
        List<String> phrases = node.texts("phrases");
        if (!phrases.isEmpty()) {
            Cue factor = Cue.bundled(MemoryType.FACT, node.number("value", 0), node.text("why"));
            phrases.forEach(phrase -> importance.add(phrase, factor));
        }
    }

    private void addObjection(YamlNode node) {
        Objection objection = new Objection(node.text("reason"), node.number("outweighedBy", Double.POSITIVE_INFINITY));
        node.texts("phrases").forEach(phrase -> objections.add(phrase, objection));
    }

    private void addSignal(YamlNode node) {
        String name = node.text("name");
        PhraseTable<String> table = signals.computeIfAbsent(name, _ -> new PhraseTable<>());
        node.texts("phrases").forEach(phrase -> table.add(phrase, name));
    }

    private static MemoryType type(String name) {
        return MemoryType.valueOf(name.toUpperCase(Locale.ROOT));
    }

    private static final class Bundled {
        private static final ExtractionRules RULES = composed(List.of());

        private Bundled() {}
    }
}
