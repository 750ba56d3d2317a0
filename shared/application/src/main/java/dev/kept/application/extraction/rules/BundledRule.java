package dev.kept.application.extraction.rules;

import dev.kept.application.bundled.YamlNode;
import dev.kept.domain.memory.MemoryType;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A rule that comes with the product, as it is shown to people.
///
/// @param id what own rules switch it off by
/// @param weight of a cue, or what outweighs an objection, or what is added to importance
public record BundledRule(
        String id,
        String section,
        Optional<MemoryType> type,
        Optional<Double> weight,
        String why,
        List<String> phrases) {
    public BundledRule {
        phrases = List.copyOf(phrases);
    }

    /// All that can be switched off, section by section, in the order of the file.
    public static List<BundledRule> all() {
        return BundledRules.SECTIONS.stream()
                .flatMap(section -> BundledRules.of(section).entrySet().stream()
                        .map(rule -> of(rule.getKey(), section, rule.getValue())))
                .toList();
    }

    private static BundledRule of(String id, String section, YamlNode node) {
        double weight = node.number("weight", node.number("outweighedBy", node.number("value", Double.NaN)));
        return new BundledRule(
                id,
                section,
                node.optionalText("type").map(name -> MemoryType.valueOf(name.toUpperCase(Locale.ROOT))),
                Double.isNaN(weight) ? Optional.empty() : Optional.of(weight),
                node.optionalText("why").or(() -> node.optionalText("reason")).orElse(""),
                node.texts("phrases"));
    }
}
