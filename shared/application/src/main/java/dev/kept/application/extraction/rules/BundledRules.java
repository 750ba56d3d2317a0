package dev.kept.application.extraction.rules;

import dev.kept.application.bundled.YamlNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// The rules that come with the product. Those that people can do without have an id, made of the section, the type
/// and the reason, so that own rules can switch them off by name.
final class BundledRules {
    static final List<String> SECTIONS = List.of("cues", "questionCues", "objections", "importance");

    private static final YamlNode FILE = YamlNode.resource(BundledRules.class, "extraction-rules.yaml");

    private BundledRules() {}

    static YamlNode file() {
        return FILE;
    }

    /// The rules of a section that have phrases, by their ids.
    static Map<String, YamlNode> of(String section) {
        Map<String, YamlNode> rules = new LinkedHashMap<>();
        FILE.nodes(section).stream()
                .filter(node -> node.optionalText("base").isEmpty())
                .forEach(node -> rules.put(unique(id(section, node), rules), node));
        return rules;
    }

    /// What memories of a type are worth.
    static List<YamlNode> bases() {
        return FILE.nodes("importance").stream()
                .filter(node -> node.optionalText("base").isPresent())
                .toList();
    }

    static List<YamlNode> without(Set<String> disabled, String section) {
        return of(section).entrySet().stream()
                .filter(rule -> !disabled.contains(rule.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    static Set<String> ids() {
        return SECTIONS.stream()
                .flatMap(section -> of(section).keySet().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String id(String section, YamlNode node) {
        String why =
                node.optionalText("why").or(() -> node.optionalText("reason")).orElse("rule");
        String type = node.optionalText("type").map(name -> name + "/").orElse("");
        return section + "/" + type
                + why.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }

    private static String unique(String id, Map<String, ?> taken) {
        String free = id;
        for (int i = 2; taken.containsKey(free); i++) {
            free = id + "-" + i;
        }
        return free;
    }
}
