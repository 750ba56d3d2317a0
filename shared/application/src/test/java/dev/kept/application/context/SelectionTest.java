package dev.kept.application.context;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kept.domain.context.TokenCounter;
import dev.kept.domain.id.ContextId;
import dev.kept.domain.id.ProjectId;
import dev.kept.domain.id.SessionId;
import dev.kept.domain.id.TurnId;
import dev.kept.domain.memory.MemoryType;
import dev.kept.domain.search.SearchRecord;
import dev.kept.domain.session.Role;
import dev.kept.domain.session.Turn;
import dev.kept.domain.session.Utterance;
import dev.kept.testkit.Fixtures;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class SelectionTest {
    private static final TokenCounter BY_LENGTH = text -> Math.ceilDiv(text.length(), 4);
    /// Like a real tokenizer it does not add up: the whole may cost more than its parts.
    private static final TokenCounter MORE_THAN_ITS_PARTS =
            text -> Math.ceilDiv(text.length(), 4) + text.length() * text.length() / 200_000;

    private static final List<SectionName> SECTIONS = List.of(SectionName.values());
    private static final Layout LAYOUT = new Layout(new ContextId("c_01JDA0000000000000000000000"), 12);

    @RepeatedTest(60)
    void neverPassesTheBudgetWhateverIsRecalled(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        List<Candidate> candidates = candidates(random, random.nextInt(80));
        int tokensMax = 100 + random.nextInt(3_900);
        for (Recipe recipe : List.of(Recipe.ANSWER, Recipe.RESUME)) {
            for (TokenCounter counter : List.of(BY_LENGTH, MORE_THAN_ITS_PARTS)) {
                Selection selection = new Selection(LAYOUT, counter, tokensMax, candidates);
                List<Chosen> chosen = selection.choose(recipe);
                int tokens = counter.count(LAYOUT.text(chosen));
                assertTrue(tokens <= tokensMax, () -> tokens + " of " + tokensMax);
                assertTrue(chosen.size() + selection.omitted() <= candidates.size());
            }
        }
    }

    @Test
    void findsRoomForOneItemInTheSmallestBudget() {
        Candidate only = turn("t1", "word ".repeat(2_000), 1);
        List<Chosen> chosen = choose(100, only);
        assertEquals(1, chosen.size());
        assertTrue(chosen.getFirst().passage().compressed());
    }

    @Test
    void usesNearlyAllOfTheBudgetWhenThereIsEnoughToSay() {
        List<Candidate> candidates = candidates(new Random(7), 400);
        Selection selection = new Selection(LAYOUT, BY_LENGTH, 2_000, candidates);
        int tokens = BY_LENGTH.count(LAYOUT.text(selection.choose(Recipe.ANSWER)));
        assertTrue(tokens > 1_950, () -> "only " + tokens);
        assertTrue(selection.omitted() > 0);
    }

    @Test
    void dependsNeitherOnTheOrderOfWhatWasFoundNorOnChance() {
        List<Candidate> candidates = candidates(new Random(3), 60);
        String text = LAYOUT.text(new Selection(LAYOUT, BY_LENGTH, 900, candidates).choose(Recipe.RESUME));
        for (int i = 0; i < 10; i++) {
            List<Candidate> shuffled = new ArrayList<>(candidates);
            Collections.shuffle(shuffled, new Random(i));
            assertEquals(text, LAYOUT.text(new Selection(LAYOUT, BY_LENGTH, 900, shuffled).choose(Recipe.RESUME)));
        }
    }

    @Test
    void leavesOutAMemoryThatRepeatsAChosenTurn() {
        List<Chosen> chosen = choose(
                1_000,
                turn("t1", "I always prefer tabs over spaces in Java code, please", 1),
                memory("m1", "Prefers tabs over spaces in Java code", .9),
                memory("m2", "Deploys on Fridays only after the smoke test", .5));
        assertEquals(List.of("t1", "m2"), ids(chosen));
    }

    @Test
    void prefersSomethingNewToSomethingHalfKnown() {
        Candidate first = memory("m1", "The build server runs Maven nightly on the old machine", 1);
        Candidate half = memory("m2", "The build server runs Maven nightly for release branches too", .9);
        Candidate fresh = memory("m3", "Grace reviews every migration script before deployment", .8);
        assertEquals(List.of("m1", "m3", "m2"), ids(choose(1_000, first, half, fresh)));
    }

    @Test
    void keepsAPastedPageFromPushingEverythingElseOut() {
        List<Chosen> chosen = choose(
                1_000,
                turn("t1", "pasted page about nothing in particular ".repeat(100), 1),
                turn("t2", "The migration failed on the second table", .5));
        assertEquals(List.of("t1", "t2"), ids(chosen));
        assertTrue(chosen.getFirst().passage().compressed());
        assertFalse(chosen.getLast().passage().compressed());
    }

    private static List<Chosen> choose(int tokensMax, Candidate... candidates) {
        return new Selection(LAYOUT, BY_LENGTH, tokensMax, List.of(candidates)).choose(Recipe.ANSWER);
    }

    private static List<String> ids(List<Chosen> chosen) {
        return chosen.stream().map(item -> item.candidate().subject().id()).toList();
    }

    private static List<Candidate> candidates(Random random, int count) {
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            SectionName section = SECTIONS.get(random.nextInt(SECTIONS.size()));
            String content = words(random);
            double value = random.nextDouble() + 0.01;
            candidates.add(
                    section.isByDay()
                            ? turn(section, "t%03d".formatted(i), content, value, random.nextInt(9))
                            : memory(section, "m%03d".formatted(i), content, value));
        }
        return candidates;
    }

    private static String words(Random random) {
        StringBuilder text = new StringBuilder("start");
        int length = random.nextInt(10) == 0 ? 3_000 : 5 + random.nextInt(30);
        for (int i = 0; i < length; i++) {
            text.append(random.nextInt(12) == 0 ? "\n" : " ").append(Integer.toString(random.nextInt(90_000), 36));
        }
        return text.toString();
    }

    private static Candidate turn(String id, String content, double value) {
        return turn(SectionName.TURNS, id, content, value, 0);
    }

    private static Candidate turn(SectionName section, String id, String content, double value, int day) {
        Utterance said = new Utterance(
                Optional.empty(),
                Role.USER,
                Optional.of("Ada"),
                content,
                Fixtures.NOON.plus(Duration.ofDays(day)),
                true,
                Map.of());
        Turn turn = new Turn(Fixtures.ADA, new SessionId("s1"), Optional.empty(), new TurnId(id), said, Fixtures.NOON);
        return new Candidate(section, recalled(SearchRecord.of(turn, Optional.empty())), value, "said");
    }

    private static Candidate memory(String id, String content, double value) {
        return memory(SectionName.RELEVANT, id, content, value);
    }

    private static Candidate memory(SectionName section, String id, String content, double value) {
        MemoryType type = section == SectionName.CODE ? MemoryType.CODE : MemoryType.FACT;
        ProjectId project = Fixtures.KEPT;
        SearchRecord item = SearchRecord.of(
                Fixtures.aMemory(
                        Fixtures.ADA, id, type, content, Optional.of(project), Optional.empty(), Fixtures.NOON),
                Optional.empty());
        return new Candidate(section, recalled(item), value, "kept");
    }

    private static Subject recalled(SearchRecord item) {
        return new Subject.Recalled(item, List.of());
    }
}
