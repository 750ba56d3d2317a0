package dev.kept.benchmarks.load;

import dev.kept.benchmarks.machine.Scrape;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What a stack and its machine did during a step.
///
/// @param busy share of all processors, by whomever
/// @param processors how many processors each process kept busy
/// @param waitingBefore messages whose work had not ended at its begin
/// @param waitingAfter … at its end
/// @param dead messages that were given up during it
/// @param queueSeconds that messages had waited when their work began, in the mean
/// @param indexSeconds from a write to its being in the index, in the mean
/// @param took milliseconds that searches and contexts took in their functions, in the mean, and each of their steps
record Surroundings(
        double busy,
        Map<String, Double> processors,
        long waitingBefore,
        long waitingAfter,
        long dead,
        double queueSeconds,
        double indexSeconds,
        Map<String, Double> took) {
    private static final Set<String> PROMISED_ROUTES =
            Set.of("POST /v1/search", "POST /v1/context", "POST /v1/sessions");
    static final Surroundings UNSEEN = new Surroundings(0, Map.of(), 0, 0, 0, 0, 0, Map.of());

    Surroundings {
        processors = Collections.unmodifiableMap(new LinkedHashMap<>(processors));
        took = Collections.unmodifiableMap(new LinkedHashMap<>(took));
    }

    static Surroundings between(long from, long to, List<Look> all) {
        List<Look> looks = all.stream()
                .filter(look -> look.at() >= from && look.at() <= to)
                .toList();
        return looks.size() < 2 ? UNSEEN : of(looks);
    }

    private static Surroundings of(List<Look> looks) {
        Look first = looks.getFirst();
        Look last = looks.getLast();
        return new Surroundings(
                looks.stream().skip(1).mapToDouble(Look::busy).average().orElse(0),
                processors(first, last),
                first.messages().waiting(),
                last.messages().waiting(),
                last.messages().dead() - first.messages().dead(),
                last.scrape().meanSince(first.scrape(), "kept_queue_age_seconds"),
                last.scrape().meanSince(first.scrape(), "kept_index_lag_seconds"),
                took(first.scrape(), last.scrape()));
    }

    /// Times are exported in seconds. Of routes, only those that something is promised of.
    private static Map<String, Double> took(Scrape first, Scrape last) {
        Map<String, Double> took = new LinkedHashMap<>();
        last.meansSince(first, "kept_request_latency_seconds").forEach((route, seconds) -> {
            if (PROMISED_ROUTES.contains(label(route))) {
                took.put(label(route), 1e3 * seconds);
            }
        });
        for (String what : List.of("search", "context")) {
            last.meansSince(first, "kept_" + what + "_step_latency_seconds")
                    .forEach((step, seconds) -> took.put(what + " " + label(step), 1e3 * seconds));
        }
        return took;
    }

    private static String label(String labels) {
        return labels.replaceAll("^[^\"]*\"|\"[^\"]*$", "");
    }

    /// The busiest first.
    private static Map<String, Double> processors(Look first, Look last) {
        double millis = last.at() - first.at();
        Map<String, Double> processors = new LinkedHashMap<>();
        last.used().entrySet().stream()
                .map(entry -> Map.entry(entry.getKey(), used(entry, first).toMillis() / millis))
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .forEach(entry -> processors.put(entry.getKey(), entry.getValue()));
        return processors;
    }

    /// A process that was started again meanwhile counts from zero.
    private static Duration used(Map.Entry<String, Duration> entry, Look first) {
        Duration before = first.used().getOrDefault(entry.getKey(), Duration.ZERO);
        return entry.getValue().compareTo(before) < 0
                ? entry.getValue()
                : entry.getValue().minus(before);
    }
}
