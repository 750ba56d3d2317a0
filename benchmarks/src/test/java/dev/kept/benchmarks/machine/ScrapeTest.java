package dev.kept.benchmarks.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ScrapeTest {
    @Test
    void meansAreOfWhatWasMeasuredBetweenTwoLooks() {
        Scrape before = Scrape.of("""
                # HELP kept_queue_age_seconds QueueAge in CloudWatch
                kept_queue_age_seconds_count{queue="extraction"} 10
                kept_queue_age_seconds_sum{queue="extraction"} 100.5
                """);
        Scrape after = Scrape.of("""
                kept_queue_age_seconds_bucket{queue="extraction",le="+Inf"} 12
                kept_queue_age_seconds_count{queue="extraction"} 12
                kept_queue_age_seconds_sum{queue="extraction"} 101.5
                kept_queue_age_seconds_count{queue="contexts"} 2
                kept_queue_age_seconds_sum{queue="contexts"} 7.0
                """);

        assertEquals(2, after.meanSince(before, "kept_queue_age_seconds"));
        assertEquals(
                Map.of("queue=\"extraction\"", 0.5, "queue=\"contexts\"", 3.5),
                after.meansSince(before, "kept_queue_age_seconds"));
        assertEquals(Map.of(), after.meansSince(after, "kept_queue_age_seconds"));
        assertEquals(0, after.meanSince(after, "kept_queue_age_seconds"));
        assertEquals(0, after.meanSince(Scrape.NOTHING, "kept_index_lag_seconds"));
    }
}
