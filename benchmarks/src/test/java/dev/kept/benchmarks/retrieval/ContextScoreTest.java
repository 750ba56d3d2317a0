package dev.kept.benchmarks.retrieval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class ContextScoreTest {
    private static final List<String> EVIDENCE = List.of("a", "b");

    @Test
    void isTheShareOfTheEvidenceThatItsItemsName() {
        assertEquals(0.5, score("short", List.of("x", "a", "a")).share());
    }

    @Test
    void moreThanFourPointSixCharactersPerTokenIsOverTheBudget() {
        String longest = "c".repeat(2300);

        assertFalse(score(longest, EVIDENCE).overBudget());
        assertTrue(score(longest + "c", EVIDENCE).overBudget());
        assertEquals(0, score(longest + "c", EVIDENCE).share());
    }

    /// A smiling face is one character, though Java needs two for it.
    @Test
    void charactersAreCodePoints() {
        assertFalse(score("🙂".repeat(2300), EVIDENCE).overBudget());
    }

    private static ContextScore score(String text, List<String> turns) {
        return ContextScore.of(text, turns, EVIDENCE, 500);
    }
}
