package dev.kept.benchmarks.retrieval;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.kept.benchmarks.retrieval.NeutralConversation.Question;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ScoreTableTest {
    @Test
    void overallLeavesOutTheCategoryThatHasNoAnswer() {
        ScoreTable table = ScoreTable.of(List.of(found("1"), missed("4"), found("5")));

        assertEquals(2, table.overall().questions());
        assertEquals(0.5, table.overall().recallAt10());
        assertEquals(List.of("1", "4", "5"), List.copyOf(table.byCategory().keySet()));
    }

    @Test
    void questionsWithoutEvidenceAreNotScored() {
        ScoreTable table = ScoreTable.of(List.of(found("1"), unanswerable("1")));

        assertEquals(1, table.overall().questions());
        assertEquals(1, table.overall().ndcgAt10());
    }

    @Test
    void whereNoCategoryHasAKnownNameAllCount() {
        assertEquals(
                2, ScoreTable.of(List.of(found("5"), missed("why"))).overall().questions());
    }

    @Test
    void contextsAreAveragedByBudget() {
        ScoreTable table = ScoreTable.of(List.of(found("1"), missed("1")));

        assertEquals(Map.of(500, 0.5), table.overall().context());
    }

    private static Answered found(String category) {
        return answered(category, List.of("a"));
    }

    private static Answered missed(String category) {
        return answered(category, List.of("x"));
    }

    private static Answered answered(String category, List<String> turns) {
        List<String> evidence = List.of("a");
        return new Answered(
                new Question("q", "why?", category, evidence),
                "c",
                Optional.of(SearchScore.of(List.of(turns), evidence)),
                Map.of(500, ContextScore.of("text", turns, evidence, 500)),
                1,
                Map.of(500, 1.0),
                1,
                0);
    }

    private static Answered unanswerable(String category) {
        Question question = new Question("q", "why?", category, List.of());
        return new Answered(question, "c", Optional.empty(), Map.of(), 1, Map.of(), 0, 0);
    }
}
