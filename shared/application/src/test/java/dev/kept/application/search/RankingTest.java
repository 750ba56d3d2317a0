package dev.kept.application.search;

import static dev.kept.testkit.Fixtures.ADA;
import static dev.kept.testkit.Fixtures.NOON;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kept.domain.id.SessionId;
import dev.kept.domain.id.TurnId;
import dev.kept.domain.memory.MemoryStatus;
import dev.kept.domain.search.Kind;
import dev.kept.domain.search.SearchMode;
import dev.kept.domain.search.SearchRecord;
import dev.kept.domain.session.Role;
import dev.kept.domain.session.Turn;
import dev.kept.domain.session.Utterance;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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
    void findsTheAnswerNextToTheWordsOfTheQuestion() {
        Question asked = Question.of("Which order did the shop cancel?", Optional.empty());
        List<String> ranked = rank(
                asked,
                turn("t_1", "s_1", 1, "Which order did the shop cancel yesterday?"),
                turn("t_2", "s_1", 2, "the order of bicycles"),
                turn("t_3", "s_2", 2, "the order of raincoats"));
        assertTrue(ranked.indexOf("t_2") < ranked.indexOf("t_3"), ranked.toString());
    }

    @Test
    void prefersTheSessionThatIsAboutTheQuestion() {
        Question asked = Question.of("order of cement for the bridge", Optional.empty());
        List<String> ranked = rank(
                asked,
                turn("t_1", "s_1", 1, "the bridge needs cement, a lot of cement"),
                turn("t_2", "s_1", 9, "an order"),
                turn("t_3", "s_2", 9, "an order"));
        assertTrue(ranked.indexOf("t_2") < ranked.indexOf("t_3"), ranked.toString());
    }

    @Test
    void prefersWhatWasSaidInThePeriodThatIsAskedFor() {
        Question asked = Question.of("the order of May", Optional.empty());
        assertEquals(
                List.of("m_may", "m_new"),
                rank(asked, fact("m_new", NOON), fact("m_may", Instant.parse("2020-05-03T00:00:00Z"))));
    }

    @Test
    void prefersWhatTellsToWhatAsksAndToWhatSaysLittle() {
        assertEquals(
                List.of("t_tells", "t_asks"),
                rank(said("t_asks", "Melanie", "Did you order?"), said("t_tells", "Melanie", "Did so: order")));
        assertEquals(
                List.of("t_long", "t_short"),
                rank(
                        said("t_short", "Melanie", "an order"),
                        said("t_long", "Melanie", "an order, " + "and then some more of it ".repeat(3))));
    }

    @Test
    void makesRoomForWhatSaysSomethingElse() {
        assertEquals(
                List.of("t_1", "t_3", "t_2"),
                rank(
                        said("t_1", "Caroline", "The order of bicycles"),
                        said("t_2", "Caroline", "the order of bicycles"),
                        said("t_3", "Caroline", "The order of helmets")));
    }

    @Test
    void everySignalIsWithinItsRange() {
        SearchRecord[] records = {
            turn("t_1", "s_1", 1, "?"), fact("m_1", NOON), rated("m_2", -9), turn("t_2", "s_1", 2, "order?".repeat(900))
        };
        for (Ranking.Ranked ranked : ranked(question, records)) {
            for (Signal signal : Signal.values()) {
                double strength = ranked.signals().of(signal);
                assertTrue(strength <= 1 && strength >= (signal == Signal.FEEDBACK ? -1 : 0), signal + " " + strength);
            }
        }
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
        return rank(question, records);
    }

    private static List<String> rank(Question question, SearchRecord... records) {
        return ranked(question, records).stream()
                .map(ranked -> ranked.item().id())
                .toList();
    }

    private static List<Ranking.Ranked> ranked(Question question, SearchRecord... records) {
        List<Candidate> candidates = List.of(records).stream()
                .map(item -> new Candidate(item, OptionalDouble.empty()))
                .toList();
        return new Ranking(question, SearchMode.HYBRID, NOON, 100).rank(candidates);
    }

    private static SearchRecord turn(String id, String session, int position, String content) {
        Utterance said = new Utterance(Optional.empty(), Role.USER, Optional.empty(), content, NOON, true, Map.of());
        Turn turn = new Turn(
                ADA, new SessionId(session), Optional.empty(), new TurnId(id), OptionalInt.of(position), said, NOON);
        return SearchRecord.of(turn, Optional.empty());
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
