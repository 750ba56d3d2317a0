package dev.kept.application.context;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kept.domain.context.Compression;
import dev.kept.domain.context.Omission;
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
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
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
    private static final Layout LAYOUT =
            new Layout(new ContextId("c_01JDA0000000000000000000000"), new StyledTemplate(new MarkdownStyle()));

    @RepeatedTest(60)
    void neverPassesTheBudgetWhateverIsRecalled(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        List<Candidate> candidates = candidates(random, random.nextInt(80));
        int tokensMax = 100 + random.nextInt(3_900);
        for (Recipe recipe : List.of(Recipe.ANSWER, Recipe.RESUME)) {
            for (TokenCounter counter : List.of(BY_LENGTH, MORE_THAN_ITS_PARTS)) {
                Selected selected = select(recipe, counter, tokensMax, candidates);
                int tokens = counter.count(LAYOUT.text(selected.chosen(), 12));
                assertTrue(tokens <= tokensMax, () -> tokens + " of " + tokensMax);
                assertEquals(
                        candidates.size(),
                        selected.chosen().size() + selected.omitted().size());
            }
        }
    }

    @Test
    void findsRoomForOneItemInTheSmallestBudget() {
        Candidate only = turn("t1", "word ".repeat(2_000), 1);
        List<Chosen> chosen = choose(100, only);
        assertEquals(1, chosen.size());
        assertTrue(chosen.getFirst().compression().isPresent());
    }

    @Test
    void usesNearlyAllOfTheBudgetWhenThereIsEnoughToSay() {
        List<Candidate> candidates = candidates(new Random(7), 400);
        Selected selected = select(Recipe.ANSWER, BY_LENGTH, 2_000, candidates);
        int tokens = BY_LENGTH.count(LAYOUT.text(selected.chosen(), 1));
        assertTrue(tokens > 1_950, () -> "only " + tokens);
        assertTrue(selected.withoutRoom() > 0);
    }

    @Test
    void dependsNeitherOnTheOrderOfWhatWasFoundNorOnChance() {
        List<Candidate> candidates = candidates(new Random(3), 60);
        String text = text(900, candidates);
        for (int i = 0; i < 10; i++) {
            List<Candidate> shuffled = new ArrayList<>(candidates);
            Collections.shuffle(shuffled, new Random(i));
            assertEquals(text, text(900, shuffled));
        }
    }

    /// Of the processor's time, since other programs may be at work beside the test.
    @Test
    void choosesAmongFiveHundredInMilliseconds() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        List<Candidate> candidates = candidates(new Random(11), 560).stream()
                .filter(candidate -> candidate.subject().content().length() < 1_000)
                .limit(500)
                .toList();
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 60; i++) {
            long begin = threads.getCurrentThreadCpuTime();
            select(Recipe.ANSWER, BY_LENGTH, 2_000, candidates);
            best = Math.min(best, threads.getCurrentThreadCpuTime() - begin);
        }
        long millis = Duration.ofNanos(best).toMillis();
        assertTrue(millis <= 10, () -> millis + " ms");
    }

    @Test
    void shortensTurnsToSayMoreAndGivesThemBackWhatThereIsRoomFor() {
        String small = "Wow, that is so great! Really nice. ";
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            candidates.add(turn("t" + i, small + "Server " + i + " of rack " + i * 7 + " lost its disk on Monday.", 1));
        }
        Selected tight = select(Recipe.ANSWER, BY_LENGTH, 260, candidates);
        Selected wide = select(Recipe.ANSWER, BY_LENGTH, 2_000, candidates);
        assertTrue(tight.chosen().stream()
                .flatMap(item -> item.compression().stream())
                .anyMatch(done -> done.strategy() == Compression.Strategy.EXTRACT && done.loss() > .3));
        assertTrue(
                wide.chosen().stream().noneMatch(item -> item.passage().form().loss() > 0));
    }

    @Test
    void carriesTheSourcesOfWhatSaysTheSame() {
        Selected selected = select(
                Recipe.ANSWER,
                BY_LENGTH,
                1_000,
                List.of(
                        memory("m1", "The build server runs Maven nightly", 1),
                        memory("m2", "The build server runs Maven nightly.", .9)));
        Chosen only = selected.chosen().getFirst();
        assertEquals(List.of("m1"), ids(selected.chosen()));
        assertEquals("m2", only.merged().getFirst().candidate().subject().id());
        assertEquals(
                Compression.Strategy.MERGE, only.compression().orElseThrow().strategy());
        Omission omission = selected.omitted().getFirst();
        assertEquals(Omission.Reason.REPEATS, omission.reason());
        assertEquals(Optional.of("m1"), omission.repeats());
    }

    @Test
    void saysWhatFoundNoRoomAndWhatIsWorthTooLittle() {
        Selected selected = select(
                Recipe.ANSWER,
                BY_LENGTH,
                100,
                List.of(
                        turn("t1", "Grace moved the queue to the second region in March " + "x1 ".repeat(90), 1),
                        turn("t2", "Ada moved the bucket to the third region in April " + "y2 ".repeat(90), .9),
                        turn("t3", "The canteen has soup", .001)));
        assertEquals(
                List.of(Omission.Reason.NO_ROOM, Omission.Reason.BELOW_FLOOR),
                selected.omitted().stream().map(Omission::reason).toList());
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
        assertTrue(chosen.getFirst().compression().isPresent());
        assertFalse(chosen.getLast().compression().isPresent());
    }

    private static List<Chosen> choose(int tokensMax, Candidate... candidates) {
        return select(Recipe.ANSWER, BY_LENGTH, tokensMax, List.of(candidates)).chosen();
    }

    private static String text(int tokensMax, List<Candidate> candidates) {
        return LAYOUT.text(
                select(Recipe.RESUME, BY_LENGTH, tokensMax, candidates).chosen(), 1);
    }

    private static Selected select(Recipe recipe, TokenCounter counter, int tokensMax, List<Candidate> candidates) {
        Costs costs = new Costs(counter);
        Wording wording = new Wording(
                LAYOUT.style(), costs, List.of(new ToSummary(), new ToSentences(Sentences.Worth.asking("deploy"))));
        return new Selection(recipe, new Page(LAYOUT, costs, tokensMax), wording, candidates).choose();
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
        return new Subject.Recalled(item);
    }
}
