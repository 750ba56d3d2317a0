package dev.kept.benchmarks.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.kept.benchmarks.BenchFailed;
import dev.kept.benchmarks.Options;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoadPlanTest {
    @Test
    void doublesUpToTheNumberOfUsersAfterWarmingUpWithAMiddlingOne() {
        assertEquals(List.of(20, 5, 10, 20, 40), users(growing("--users 40 --minutes 8")));
        assertEquals(List.of(20, 10, 20), users(growing("--users 20 --minutes 6 --steps 2")));
        assertEquals(List.of(2, 1, 2), users(growing("--users 2 --minutes 6 --steps 2")));
    }

    @Test
    void takesTheNumbersThatAreGiven() {
        LoadPlan plan = growing("--users 2,6,30 --minutes 6");

        assertEquals(List.of(6, 2, 6, 30), users(plan));
        assertEquals(30, plan.mostUsers());
    }

    @Test
    void theFewerUsersTheLongerTheyStay() {
        LoadPlan plan = growing("--users 5,20 --minutes 6 --warm-up 1");

        assertEquals(
                List.of(60, 240, 120),
                plan.steps().stream().map(LoadPlan.Stage::seconds).toList());
        assertEquals(420, plan.seconds());
    }

    @Test
    void aStepIsJudgedWhileJustItsUsersAreThere() {
        LoadPlan plan = growing("--users 5,20 --minutes 6 --warm-up 1");

        assertEquals(1_000_000 + 60_000 + 40_000, plan.from(1, 1_000_000));
        assertEquals(1_000_000 + 300_000, plan.to(1, 1_000_000));
        assertEquals(1_000_000 + 300_000 + 10_000, plan.from(2, 1_000_000));
        assertEquals(1_000_000 + 420_000, plan.to(2, 1_000_000));
    }

    @Test
    void aSoakIsOneStepThatIsJudged() {
        LoadPlan plan = LoadPlan.steady(10, 20);

        assertEquals(List.of(10), users(plan));
        assertEquals(10_000, plan.from(0, 0));
        assertEquals(1_200_000, plan.to(0, 0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--users 0",
                "--minutes 0",
                "--minutes many",
                "--users 3 --steps 4",
                "--users 5,10 --steps 3",
                "--users 10,5",
                "--users 5,5",
                "--users 5,",
                "--minutes 1 --steps 5",
                "--warm-up 0",
                "--user 3",
                "--users"
            })
    void refusesWhatCannotBeMeasured(String line) {
        assertThrows(BenchFailed.class, () -> growing(line));
    }

    private static LoadPlan growing(String line) {
        return LoadPlan.growing(Options.parse(
                List.of(line.split(" ", -1)),
                Set.of("users", "minutes", "warm-up", "steps", "out"),
                Set.of("ephemeral")));
    }

    private static List<Integer> users(LoadPlan plan) {
        return plan.steps().stream().map(LoadPlan.Stage::users).toList();
    }
}
