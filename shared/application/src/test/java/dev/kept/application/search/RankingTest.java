package dev.kept.application.search;

import static dev.kept.testkit.Fixtures.ADA;
import static dev.kept.testkit.Fixtures.NOON;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.kept.domain.memory.MemoryStatus;
import dev.kept.domain.search.Kind;
import dev.kept.domain.search.SearchMode;
import dev.kept.domain.search.SearchRecord;
import dev.kept.domain.session.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class RankingTest {
    private final Question question = Question.of("What did Caroline order?", Optional.empty());

    @Test
    void prefersWhatTheNamedPersonSaid() {
        assertEquals(
                List.of("t_2", "t_1"), rank(said("t_1", "Melanie", "an order"), said("t_2", "Caroline", "an order")));
    }

    @Test
    void prefersTheRecentAmongEquals() {
        assertEquals(
                List.of("m_new", "m_old"),
                rank(fact("m_old", NOON.minus(Duration.ofDays(200))), fact("m_new", NOON.minus(Duration.ofDays(2)))));
    }

    @Test
    void prefersWhatWasCalledUsefulAmongEquals() {
        assertEquals(
                List.of("m_good", "m_plain", "m_bad"),
                rank(rated("m_bad", -3), rated("m_plain", 0), rated("m_good", 3)));
    }

    @Test
    void breaksTiesByIdOnly() {
        assertEquals(List.of("m_a", "m_b", "m_c"), rank(fact("m_c", NOON), fact("m_a", NOON), fact("m_b", NOON)));
    }

    @Test
    void leavesOutWhatMatchesNeitherByWordsNorByMeaning() {
        assertEquals(List.of("m_1"), rank(fact("m_1", NOON), said("t_1", "Melanie", "nothing of the kind")));
    }

    private List<String> rank(SearchRecord... records) {
        List<Candidate> candidates = List.of(records).stream()
                .map(item -> new Candidate(item, OptionalDouble.empty()))
                .toList();
        return new Ranking(question, SearchMode.HYBRID, NOON, 100)
                .rank(candidates).stream().map(ranked -> ranked.item().id()).toList();
    }

    private static SearchRecord fact(String id, Instant at) {
        return record(id, Kind.MEMORY, Optional.empty(), "an order", at, 0);
    }

    private static SearchRecord rated(String id, int feedback) {
        return record(id, Kind.MEMORY, Optional.empty(), "an order", NOON, feedback);
    }

    private static SearchRecord said(String id, String speaker, String content) {
        return record(id, Kind.TURN, Optional.of(speaker), content, NOON, 0);
    }

    private static SearchRecord record(
            String id, Kind kind, Optional<String> speaker, String content, Instant at, int feedback) {
        return new SearchRecord(
                ADA,
                kind,
                id,
                content,
                "",
                Optional.empty(),
                Optional.of(Role.USER),
                speaker,
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                at,
                0.5,
                feedback,
                false,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                MemoryStatus.ACTIVE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                1);
    }
}
