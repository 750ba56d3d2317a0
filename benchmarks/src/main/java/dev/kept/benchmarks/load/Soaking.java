package dev.kept.benchmarks.load;

import dev.kept.benchmarks.machine.Measure;
import dev.kept.benchmarks.machine.Vitals;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Looks at what the processes hold, time after time. Heaps are looked at seldom, because a full collection holds
/// requests up.
final class Soaking implements LoadRun.Observer {
    private static final int LOOKS_MAX = 600;
    private static final int HEAPS_MAX = 20;
    private static final long HEAP_MILLIS_MIN = 10_000;
    private static final long HEAP_MILLIS_MAX = 60_000;

    private final Vitals vitals;
    private final long everyMillis;
    private final long heapEveryMillis;
    private final long begin = System.currentTimeMillis();
    private long last;
    private long lastHeap;
    private final Map<String, Map<Measure, List<Series.Point>>> seen = new TreeMap<>();

    /// @param millis how long it will take
    Soaking(Vitals vitals, long millis) {
        this.vitals = vitals;
        this.everyMillis = millis / LOOKS_MAX;
        this.heapEveryMillis = Math.clamp(millis / HEAPS_MAX, HEAP_MILLIS_MIN, HEAP_MILLIS_MAX);
    }

    @Override
    public void look() throws InterruptedException {
        long now = System.currentTimeMillis();
        if (now - last >= everyMillis) {
            last = now;
            look(now, (now - begin) / 1e3);
        }
    }

    private void look(long now, double seconds) throws InterruptedException {
        vitals.now()
                .forEach((process, measures) ->
                        measures.forEach((measure, value) -> add(process, measure, seconds, value)));
        if (now - lastHeap >= heapEveryMillis) {
            lastHeap = now;
            vitals.heaps().forEach((process, value) -> add(process, Measure.HEAP, seconds, value));
        }
    }

    private void add(String process, Measure measure, double seconds, double value) {
        seen.computeIfAbsent(process, _ -> new TreeMap<>())
                .computeIfAbsent(measure, _ -> new ArrayList<>())
                .add(new Series.Point(seconds, value));
    }

    /// By process, and then by what was looked at.
    Map<String, Map<Measure, Series>> series() {
        Map<String, Map<Measure, Series>> series = new TreeMap<>();
        seen.forEach((process, measures) -> measures.forEach((measure, points) ->
                series.computeIfAbsent(process, _ -> new TreeMap<>()).put(measure, new Series(points))));
        return series;
    }
}
