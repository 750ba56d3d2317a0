package dev.kept.benchmarks.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kept.benchmarks.machine.Measure;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SeriesTest {
    private static final int SECONDS = 1_200;

    @Test
    void aLeakGrows() {
        Trend trend = trend(seconds -> 300 + seconds * 0.1);

        assertEquals(60, trend.growth(), 1);
        assertTrue(trend.isBad());
    }

    @Test
    void asMuchAsACollectorBreathesIsFlat() {
        assertFalse(trend(seconds -> 300 + 40 * Math.sin(seconds)).isBad());
    }

    @Test
    void whatGrowsWhileItWarmsUpIsFlatAfterwards() {
        assertFalse(trend(seconds -> Math.min(400, 200 + seconds)).isBad());
    }

    @Test
    void oneOddLookDoesNotCount() {
        assertFalse(trend(seconds -> seconds == SECONDS - 10 ? 9_000 : 300).isBad());
    }

    @Test
    void whatShrinksIsFlat() {
        assertFalse(trend(seconds -> 900 - seconds / 2).isBad());
    }

    @Test
    void oneThreadMoreEachMinuteIsALeak() {
        Series series = series(seconds -> 40 + Math.floor(seconds / 60));

        assertTrue(Trend.of("host", Measure.THREADS, series).isBad());
    }

    @Test
    void whatDatabasesHoldIsShownAndNotJudged() {
        Series series = series(seconds -> 300 + seconds);

        assertFalse(Trend.of("dynamodb", Measure.MEMORY, series).isBad());
        assertFalse(Trend.of("opensearch", Measure.HEAP, series).isBad());
        assertTrue(Trend.of("opensearch", Measure.THREADS, series).isBad());
    }

    @Test
    void nothingToLookAtIsFlat() {
        assertEquals(0, new Series(List.of()).secondHalf().growth());
        assertFalse(Trend.of("host", Measure.HEAP, new Series(List.of(new Series.Point(1, 5))))
                .isBad());
    }

    private static Trend trend(DoubleUnaryOperator value) {
        return Trend.of("host", Measure.HEAP, series(value));
    }

    private static Series series(DoubleUnaryOperator value) {
        return new Series(IntStream.rangeClosed(0, SECONDS / 5)
                .mapToObj(look -> new Series.Point(5 * look, value.applyAsDouble(5 * look)))
                .toList());
    }
}
