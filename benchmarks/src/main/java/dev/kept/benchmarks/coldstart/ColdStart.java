package dev.kept.benchmarks.coldstart;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/// One start: how long it took, and what it computed.
record ColdStart(Duration wall, Duration processor) {
    static ColdStart median(List<ColdStart> starts) {
        return new ColdStart(median(starts, ColdStart::wall), median(starts, ColdStart::processor));
    }

    private static Duration median(List<ColdStart> starts, Function<ColdStart, Duration> figure) {
        return starts.stream()
                .map(figure)
                .sorted(Comparator.naturalOrder())
                .toList()
                .get(starts.size() / 2);
    }
}
