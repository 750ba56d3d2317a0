package dev.kept.benchmarks.load;

import dev.kept.benchmarks.BenchFailed;
import dev.kept.benchmarks.machine.Measure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// All figures of a soak.
///
/// @param when it began
/// @param machine what it ran on
record SoakReport(
        String when,
        String machine,
        int minutes,
        Step step,
        List<Trend> trends,
        Map<String, Map<Measure, Series>> series,
        Kept kept) {
    SoakReport {
        trends = List.copyOf(trends);
        series = Map.copyOf(series);
    }

    static List<Trend> trends(Map<String, Map<Measure, Series>> series) {
        List<Trend> trends = new ArrayList<>();
        series.forEach((process, measures) ->
                measures.forEach((measure, points) -> trends.add(Trend.of(process, measure, points))));
        return trends;
    }

    /// @throws BenchFailed where something grows, or is lost
    void orFail() {
        kept.orFail();
        String growing = trends.stream()
                .filter(Trend::isBad)
                .map(trend -> trend.measure().text() + " of " + trend.process())
                .collect(Collectors.joining(", "));
        if (!growing.isEmpty()) {
            throw new BenchFailed("not flat: " + growing);
        }
    }
}
