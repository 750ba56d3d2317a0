package dev.kept.benchmarks.speed;

import dev.kept.benchmarks.Options;
import java.util.List;

/// What one run measures.
///
/// @param sizes records stored, growing
/// @param clients that ask at a time, one measurement each
/// @param cache the parameter `CacheMode` of the stack
/// @param requests of one measurement of search; a context costs more, and is asked for a third as often
record SpeedPlan(List<Integer> sizes, List<Integer> clients, int requests, String cache, boolean profiled) {
    private static final int REQUESTS = 1_000;

    SpeedPlan {
        sizes = sizes.stream().sorted().toList();
        clients = List.copyOf(clients);
    }

    static SpeedPlan of(Options options) {
        return new SpeedPlan(
                options.numbers("sizes", List.of(1_000, 10_000, 100_000)),
                options.numbers("clients", List.of(1, 4, 16)),
                options.number("requests", REQUESTS),
                options.text("cache").orElse("none"),
                options.has("profile"));
    }

    int requests(Questions.Asked asked) {
        return switch (asked) {
            case SEARCH -> requests;
            case CONTEXT -> Math.max(1, requests / 3);
        };
    }
}
