package dev.kept.application.extraction.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class BundledRulesTest {
    @Test
    void everyBundledRuleHasAnIdOfItsOwn() {
        int rules = BundledRules.SECTIONS.stream()
                .mapToInt(section -> (int) BundledRules.file().nodes(section).stream()
                        .filter(node -> node.optionalText("base").isEmpty())
                        .count())
                .sum();
        assertEquals(rules, BundledRules.ids().size());
    }
}
