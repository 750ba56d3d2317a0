package dev.kept.benchmarks.load;

import dev.kept.benchmarks.machine.Measure;

/// How a figure of a process went in the second half of a soak.
///
/// @param usual its median
/// @param judged whether it must not grow
record Trend(String process, Measure measure, double usual, double growth, double tolerated, boolean judged) {
    static Trend of(String process, Measure measure, Series whole) {
        Series half = whole.secondHalf();
        double usual = half.usual();
        return new Trend(
                process, measure, usual, half.growth(), measure.tolerated(usual), !measure.isOfStoredData(process));
    }

    boolean isFlat() {
        return growth <= tolerated;
    }

    boolean isBad() {
        return judged && !isFlat();
    }
}
