package dev.kept.benchmarks.retrieval;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// The expected numbers were worked out with the reference program that these metrics follow.
class SearchScoreTest {
    private static final double EXACT = 1e-12;

    @Test
    void theFirstOfTwoEvidenceTurnsAtRankTwo() {
        SearchScore score = SearchScore.of(List.of(List.of("x"), List.of("a"), List.of("y")), List.of("a", "b"));

        assertEquals(0.5, score.recallAt5(), EXACT);
        assertEquals(1, score.hitAt10(), EXACT);
        assertEquals(0.5, score.reciprocalRank(), EXACT);
        assertEquals(0.386852807234541, score.ndcgAt10(), EXACT);
    }

    @Test
    void aTurnCountsOnceWhereItComesFirst() {
        List<List<String>> results = List.of(List.of("x", "y"), List.of("y", "x"), List.of("a"));

        assertEquals(List.of("x", "y", "a"), SearchScore.distinctTurns(results));
        assertEquals(1.0 / 3, SearchScore.of(results, List.of("a")).reciprocalRank(), EXACT);
    }

    @Test
    void aResultThatRestsOnNoTurnStillTakesAPlace() {
        SearchScore score = SearchScore.of(List.of(List.of(), List.of(), List.of("a")), List.of("a"));

        assertEquals(1.0 / 3, score.reciprocalRank(), EXACT);
        assertEquals(0.5, score.ndcgAt10(), EXACT);
    }

    @Test
    void theEleventhTurnIsNoHitAtTen() {
        List<List<String>> results = IntStream.rangeClosed(1, 11)
                .mapToObj(place -> List.of(place == 11 ? "a" : "x" + place))
                .toList();
        SearchScore score = SearchScore.of(results, List.of("a"));

        assertEquals(0, score.recallAt10(), EXACT);
        assertEquals(0, score.hitAt10(), EXACT);
        assertEquals(0, score.ndcgAt10(), EXACT);
        assertEquals(1, score.recallAt20(), EXACT);
        assertEquals(1.0 / 11, score.reciprocalRank(), EXACT);
    }

    @Test
    void nothingFoundIsWorthNothing() {
        assertEquals(new SearchScore(0, 0, 0, 0, 0, 0), SearchScore.of(List.of(), List.of("a")));
    }
}
