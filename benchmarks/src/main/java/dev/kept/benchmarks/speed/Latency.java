package dev.kept.benchmarks.speed;

import java.util.Map;
import org.HdrHistogram.Histogram;

/// How long some requests took, in milliseconds.
///
/// @param perSecond requests answered a second, by all clients together
/// @param processorMillis processor time per request, by process
public record Latency(
        int clients,
        long requests,
        double p50,
        double p95,
        double p99,
        double max,
        double perSecond,
        Map<String, Double> processorMillis) {
    static Latency of(Histogram micros, int clients, double seconds, Map<String, Double> processorMillis) {
        return new Latency(
                clients,
                micros.getTotalCount(),
                micros.getValueAtPercentile(50) / 1e3,
                micros.getValueAtPercentile(95) / 1e3,
                micros.getValueAtPercentile(99) / 1e3,
                micros.getMaxValue() / 1e3,
                micros.getTotalCount() / seconds,
                Map.copyOf(processorMillis));
    }
}
