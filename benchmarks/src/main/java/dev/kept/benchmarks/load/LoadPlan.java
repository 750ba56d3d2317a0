package dev.kept.benchmarks.load;

import dev.kept.benchmarks.BenchFailed;
import dev.kept.benchmarks.Options;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// How many users come, and for how long.
///
/// @param steps one after the other; the first of several warms up and is not judged
record LoadPlan(List<Stage> steps) {
    static final int PACE_MILLIS = 4_000;

    /// A session that has begun takes some ten exchanges at most.
    static final int DRAIN_SECONDS = 90;

    private static final int USERS = 40;
    private static final int MINUTES = 8;
    private static final int WARM_UP_MINUTES = 2;
    private static final int STEPS = 4;
    private static final int SHORTEST_SECONDS = 15;
    private static final int ARRIVING_SECONDS = 10;
    /// Nobody is sent home: who is too many leaves when the session is over.
    private static final int LEAVING_SECONDS = 40;

    LoadPlan {
        steps = List.copyOf(steps);
    }

    /// A number of users at a time.
    ///
    /// @param rampSeconds in which they arrive, or those leave who are too many
    /// @param holdSeconds of the step after that
    record Stage(int users, int rampSeconds, int holdSeconds) {
        int seconds() {
            return rampSeconds + holdSeconds;
        }
    }

    /// Warms up with a middling number of users: few would take long to get everything compiled, and
    /// many leave work behind for the first step.
    static LoadPlan growing(Options options) {
        List<Integer> users = users(options);
        int warmUp = 60 * options.number("warm-up", WARM_UP_MINUTES);
        int seconds = 60 * options.number("minutes", MINUTES);
        return of(
                Stream.concat(Stream.of(users.get(users.size() / 2)), users.stream())
                        .toList(),
                Stream.concat(Stream.of(warmUp), shares(users, seconds).stream())
                        .toList());
    }

    /// The same number all the time.
    static LoadPlan steady(int users, int minutes) {
        return of(List.of(users), List.of(60 * minutes));
    }

    /// Those that are given, or one number and what comes before it by doubling.
    private static List<Integer> users(Options options) {
        List<Integer> given = options.numbers("users", List.of(USERS));
        List<Integer> users = given.size() == 1 ? doubling(given.getFirst(), options.number("steps", STEPS)) : given;
        boolean grow = IntStream.range(1, users.size()).allMatch(i -> users.get(i - 1) < users.get(i));
        boolean asMany = users.size() == options.number("steps", users.size());
        if (!grow || !asMany) {
            throw new BenchFailed("--users must grow, such as 5,10,20, and --steps be as many, not "
                    + options.text("users").orElse("") + " in "
                    + options.text("steps").orElse(Integer.toString(users.size())));
        }
        return users;
    }

    private static List<Integer> doubling(int last, int steps) {
        return IntStream.iterate(steps - 1, i -> i >= 0, i -> i - 1)
                .map(i -> last >> Math.min(i, Integer.SIZE - 1))
                .filter(users -> users > 0)
                .boxed()
                .toList();
    }

    /// By the root of the number of users: with four times as many, half of the time brings twice the
    /// answers. Even shares would give the first steps too few for a p99, and shares for as many answers
    /// in each would leave the last ones no time to fall behind in.
    private static List<Integer> shares(List<Integer> users, int seconds) {
        double whole = users.stream().mapToDouble(each -> 1 / Math.sqrt(each)).sum();
        return users.stream()
                .map(each -> Math.toIntExact(Math.round(seconds / Math.sqrt(each) / whole)))
                .toList();
    }

    private static LoadPlan of(List<Integer> users, List<Integer> seconds) {
        List<Stage> steps = new ArrayList<>();
        for (int i = 0; i < users.size(); i++) {
            steps.add(stage(users.get(i), i == 0 ? 0 : users.get(i - 1), seconds.get(i)));
        }
        return new LoadPlan(steps);
    }

    private static Stage stage(int users, int before, int seconds) {
        if (seconds < SHORTEST_SECONDS) {
            throw new BenchFailed("the step of " + users + " users would take " + seconds + " s, and "
                    + SHORTEST_SECONDS + " are the least: give more --minutes or fewer --steps");
        }
        int ramp = Math.min(users < before ? LEAVING_SECONDS : ARRIVING_SECONDS, seconds / 3);
        return new Stage(users, ramp, seconds - ramp);
    }

    int seconds() {
        return steps.stream().mapToInt(Stage::seconds).sum();
    }

    int mostUsers() {
        return steps.stream().mapToInt(Stage::users).max().orElseThrow();
    }

    /// When all users of a step are there, in milliseconds of the clock.
    long from(int step, long begin) {
        return to(step, begin) - 1_000L * steps.get(step).holdSeconds();
    }

    long to(int step, long begin) {
        return begin
                + 1_000L
                        * steps.subList(0, step + 1).stream()
                                .mapToInt(Stage::seconds)
                                .sum();
    }
}
