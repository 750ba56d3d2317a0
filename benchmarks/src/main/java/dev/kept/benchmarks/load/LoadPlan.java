package dev.kept.benchmarks.load;

import dev.kept.benchmarks.BenchFailed;
import dev.kept.benchmarks.Options;
import java.util.List;
import java.util.stream.IntStream;

/// How many users come, and for how long.
///
/// @param steps users at a time; the first step warms up and is not judged
/// @param rampSeconds at the begin of each step, in which its users arrive
/// @param holdSeconds of each step after that
record LoadPlan(List<Integer> steps, int rampSeconds, int holdSeconds) {
    static final int PACE_MILLIS = 4_000;

    /// A session that has begun takes some ten exchanges at most.
    static final int DRAIN_SECONDS = 90;

    private static final int USERS = 100;
    private static final int MINUTES = 6;
    private static final int STEPS = 5;
    private static final int SHORTEST_STEP_SECONDS = 15;
    private static final int RAMP_SECONDS = 10;

    LoadPlan {
        steps = List.copyOf(steps);
    }

    /// As many steps as the time gives, five at most, evenly up to the number of users.
    static LoadPlan growing(Options options) {
        int users = options.number("users", USERS);
        int seconds = 60 * options.number("minutes", MINUTES);
        int possible = Math.min(Math.min(STEPS, users), seconds / SHORTEST_STEP_SECONDS - 1);
        int steps = options.number("steps", possible);
        if (steps > users || (steps + 1) * SHORTEST_STEP_SECONDS > seconds) {
            throw new BenchFailed("--steps " + steps + " is too much for " + users + " users and " + seconds / 60
                    + " minutes: a step takes a user and " + SHORTEST_STEP_SECONDS
                    + " seconds at least, and one more is for warming up");
        }
        List<Integer> growing = IntStream.rangeClosed(0, steps)
                .map(step -> users * Math.max(1, step) / steps)
                .boxed()
                .toList();
        return timed(growing, seconds / (steps + 1));
    }

    /// The same number all the time.
    static LoadPlan steady(int users, int minutes) {
        return timed(List.of(users), 60 * minutes);
    }

    private static LoadPlan timed(List<Integer> steps, int seconds) {
        int ramp = Math.min(RAMP_SECONDS, seconds / 3);
        return new LoadPlan(steps, ramp, seconds - ramp);
    }

    int stepSeconds() {
        return rampSeconds + holdSeconds;
    }

    int seconds() {
        return stepSeconds() * steps.size();
    }

    int mostUsers() {
        return steps.stream().mapToInt(users -> users).max().orElseThrow();
    }

    /// When all users of a step are there, in milliseconds of the clock.
    long from(int step, long begin) {
        return begin + 1_000L * (stepSeconds() * step + rampSeconds);
    }

    long to(int step, long begin) {
        return begin + 1_000L * stepSeconds() * (step + 1);
    }
}
