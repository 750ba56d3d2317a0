package dev.kept.benchmarks.load;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What the machine did during a step.
///
/// @param busy share of all processors, by whomever
/// @param processors how many processors each process kept busy
/// @param waitingBefore messages whose work had not ended at its begin
/// @param waitingAfter … at its end
/// @param dead messages that were given up during it
record Surroundings(double busy, Map<String, Double> processors, long waitingBefore, long waitingAfter, long dead) {
    static final Surroundings UNSEEN = new Surroundings(0, Map.of(), 0, 0, 0);

    Surroundings {
        processors = new LinkedHashMap<>(processors);
    }

    static Surroundings between(long from, long to, List<Look> all) {
        List<Look> looks = all.stream()
                .filter(look -> look.at() >= from && look.at() <= to)
                .toList();
        if (looks.size() < 2) {
            return UNSEEN;
        }
        Look first = looks.getFirst();
        Look last = looks.getLast();
        return new Surroundings(
                looks.stream().skip(1).mapToDouble(Look::busy).average().orElse(0),
                processors(first, last),
                first.messages().waiting(),
                last.messages().waiting(),
                last.messages().dead() - first.messages().dead());
    }

    /// The busiest first.
    private static Map<String, Double> processors(Look first, Look last) {
        double millis = last.at() - first.at();
        Map<String, Double> processors = new LinkedHashMap<>();
        last.used().entrySet().stream()
                .map(entry -> Map.entry(
                        entry.getKey(),
                        entry.getValue()
                                        .minus(first.used().getOrDefault(entry.getKey(), Duration.ZERO))
                                        .toMillis()
                                / millis))
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .forEach(entry -> processors.put(entry.getKey(), entry.getValue()));
        return processors;
    }
}
