package dev.kept.benchmarks.load;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// One figure of one process, looked at again and again.
///
/// Growth is judged by the median of the slopes between all pairs of points (Theil and Sen): a collection, a burst or
/// one odd look does not bend it, as it would a least-squares line.
record Series(List<Point> points) {
    /// @param seconds since the begin
    record Point(double seconds, double value) {}

    Series {
        points = List.copyOf(points);
    }

    /// What comes before is warming up.
    Series secondHalf() {
        double half = points.isEmpty()
                ? 0
                : (points.getFirst().seconds() + points.getLast().seconds()) / 2;
        return new Series(
                points.stream().filter(point -> point.seconds() >= half).toList());
    }

    /// From the first point to the last, by the median slope; 0 of less than two points.
    double growth() {
        List<Double> slopes = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            for (int j = i + 1; j < points.size(); j++) {
                Point first = points.get(i);
                Point second = points.get(j);
                slopes.add((second.value() - first.value()) / (second.seconds() - first.seconds()));
            }
        }
        return slopes.isEmpty()
                ? 0
                : median(slopes)
                        * (points.getLast().seconds() - points.getFirst().seconds());
    }

    double usual() {
        return median(points.stream().map(Point::value).toList());
    }

    double[] seconds() {
        return points.stream().mapToDouble(Point::seconds).toArray();
    }

    double[] values() {
        return points.stream().mapToDouble(Point::value).toArray();
    }

    private static double median(List<Double> values) {
        double[] sorted = values.stream().mapToDouble(value -> value).sorted().toArray();
        int half = sorted.length / 2;
        return sorted.length % 2 == 1
                ? sorted[half]
                : Arrays.stream(sorted, half - 1, half + 1).average().orElse(0);
    }
}
