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
    void growsEvenlyAfterWarmingUp() {
        LoadPlan plan = growing("--users 100 --minutes 6");

        assertEquals(List.of(20, 20, 40, 60, 80, 100), plan.steps());
        assertEquals(360, plan.seconds());
        assertEquals(100, plan.mostUsers());
    }

    @Test
    void hasFewerStepsInLittleTimeAndWithFewUsers() {
        assertEquals(List.of(10, 10, 20, 30), growing("--users 30 --minutes 1").steps());
        assertEquals(List.of(1, 1, 2), growing("--users 2 --minutes 6").steps());
    }

    @Test
    void aStepIsJudgedWhileAllItsUsersAreThere() {
        LoadPlan plan = growing("--users 100 --minutes 6");

        assertEquals(1_000_000 + 60_000 + 10_000, plan.from(1, 1_000_000));
        assertEquals(1_000_000 + 120_000, plan.to(1, 1_000_000));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--users 0",
                "--minutes 0",
                "--minutes many",
                "--users 3 --steps 4",
                "--minutes 1 --steps 5",
                "--user 3",
                "--users"
            })
    void refusesWhatCannotBeMeasured(String line) {
        assertThrows(BenchFailed.class, () -> growing(line));
    }

    private static LoadPlan growing(String line) {
        return LoadPlan.growing(Options.parse(
                List.of(line.split(" ", -1)), Set.of("users", "minutes", "steps", "out"), Set.of("ephemeral")));
    }
}
