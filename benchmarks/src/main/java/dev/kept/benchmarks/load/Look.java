package dev.kept.benchmarks.load;

import dev.kept.benchmarks.machine.Backlog;
import dev.kept.benchmarks.machine.Scrape;
import java.time.Duration;
import java.util.Map;

/// What the machine did at one moment of a run.
///
/// @param at in milliseconds of the clock
/// @param used processor time so far, by process; `load` is what sends
/// @param busy share of all processors since the look before, by whomever
/// @param scrape what the functions have measured so far
record Look(long at, Map<String, Duration> used, double busy, Backlog.Messages messages, Scrape scrape) {
    static final String LOAD = "load";

    Look {
        used = Map.copyOf(used);
    }
}
