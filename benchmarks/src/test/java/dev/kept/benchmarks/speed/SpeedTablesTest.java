package dev.kept.benchmarks.speed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpeedTablesTest {
    private final SpeedReport report = new SpeedReport(
            "2026-11-22T12:00:00Z",
            "2 processors",
            List.of(new SpeedReport.Load("a hundred users", 1_000, 1_000, 12.5, 640)),
            List.of(
                    figure(1_000, "search", SpeedReport.Figure.NEW, 10),
                    figure(1_000, "search", "asked before", 1),
                    figure(100_000, "search", SpeedReport.Figure.NEW, 15),
                    figure(1_000, "context", SpeedReport.Figure.NEW, 50)),
            List.of(new SpeedReport.FirstAnswers(1_000, "search", 900, 40)),
            new SpeedReport.WrittenThenFound(1_000, 0, latency(30)),
            new SpeedReport.Caching("redis", CacheHits.of("""
                    # TYPE kept_cache_hits summary
                    kept_cache_hits_count{cache="memories"} 20
                    kept_cache_hits_sum{cache="memories"} 15.0
                    """)));

    @Test
    void growthIsAgainstTheSmallestSizeAndOfNewQuestions() {
        String tables = SpeedTables.of(report);

        assertTrue(tables.contains("| search | 100,000 | 15.0 | 1.50 |"), tables);
        assertTrue(tables.contains("1000 pairs, 0 misses"), tables);
        assertTrue(tables.contains("| memories | 20 | 15 | 75 % |"), tables);
        assertTrue(tables.contains("host 7.0, opensearch 3.0"), tables);
    }

    @Test
    void theFileHoldsEveryFigure(@TempDir Path folder) throws IOException {
        SpeedFile.write(report, folder.resolve("run.json"));
        JsonNode json = new ObjectMapper().readTree(folder.resolve("run.json").toFile());

        assertEquals(4, json.path("figures").size());
        assertEquals(
                15, json.path("figures").path(2).path("latency").path("p50").asDouble());
    }

    @Test
    void theChartsAreDrawings(@TempDir Path folder) throws IOException {
        for (Path chart : SpeedChart.write(report, folder, "run")) {
            assertTrue(Files.readString(chart).contains("<svg"), chart::toString);
        }
    }

    private static SpeedReport.Figure figure(int size, String asked, String how, double p50) {
        return new SpeedReport.Figure(size, asked, how, latency(p50));
    }

    private static Latency latency(double p50) {
        return new Latency(
                1, 1_000, p50, 2 * p50, 3 * p50, 4 * p50, 1_000 / p50, Map.of("opensearch", 3.0, "host", 7.0));
    }
}
