package dev.kept.benchmarks.load;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.HdrHistogram.Histogram;

/// How the requests of one kind were answered in one step. Times are of answers that were given as asked for.
///
/// @param refused how often each other status came; 0 is no answer at all
/// @param degraded answers that were made without the index or the model
record Timing(
        Kind kind,
        long answered,
        double perSecond,
        double p50,
        double p95,
        double p99,
        double max,
        Map<Integer, Long> refused,
        long degraded) {
    private static final int DIGITS = 3;
    /// Of fewer answers, p99 is the slowest or the slowest but one: chance as much as speed.
    private static final int FEW = 200;

    Timing {
        refused = Collections.unmodifiableSortedMap(new TreeMap<>(refused));
    }

    static Timing of(Kind kind, List<Request> requests, double seconds) {
        Histogram millis = new Histogram(DIGITS);
        requests.stream().filter(Request::isAcknowledged).forEach(request -> millis.recordValue(request.millis()));
        Map<Integer, Long> refused = requests.stream()
                .filter(request -> !request.isAcknowledged())
                .collect(Collectors.groupingBy(Request::status, Collectors.counting()));
        return new Timing(
                kind,
                millis.getTotalCount(),
                millis.getTotalCount() / seconds,
                millis.getValueAtPercentile(50),
                millis.getValueAtPercentile(95),
                millis.getValueAtPercentile(99),
                millis.getMaxValue(),
                refused,
                requests.stream().filter(Request::degraded).count());
    }

    /// Whether there are too few answers for p99 to say more than how slow the slowest were.
    boolean isOfFew() {
        return answered > 0 && answered < FEW;
    }
}
