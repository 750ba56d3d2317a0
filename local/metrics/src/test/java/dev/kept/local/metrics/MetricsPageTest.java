package dev.kept.local.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kept.domain.telemetry.Metric;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetricsPageTest {
    private static final String LATENCY = """
            {"_aws":{"Timestamp":1795000000000,"CloudWatchMetrics":[{"Namespace":"Kept","Metrics":[{"Name":"RequestLatency",\
            "Unit":"Milliseconds"}],"Dimensions":[["Stage","Route"]]}]},"Stage":"prod","Route":"POST:/v1/search","RequestLatency":%s}
            """;

    @TempDir
    Path folder;

    private Path log = Path.of("host.log");
    private Optional<MetricsPage> page = Optional.empty();

    @BeforeEach
    void aLog() throws IOException {
        log = Files.createFile(folder.resolve("host.log"));
        page = Optional.of(new MetricsPage(folder));
    }

    @Test
    void turnsMillisecondsIntoAHistogramOfSeconds() throws IOException {
        write(LATENCY.formatted("[40.0,60.0]"));

        String latency = "kept_request_latency_seconds_";
        assertEquals("1", value(latency + "bucket{route=\"POST:/v1/search\",le=\"0.05\"}"));
        assertEquals("2", value(latency + "bucket{route=\"POST:/v1/search\",le=\"0.1\"}"));
        assertEquals("2", value(latency + "count{route=\"POST:/v1/search\"}"));
        assertEquals("0.1", value(latency + "sum{route=\"POST:/v1/search\"}"));
    }

    @Test
    void countsOnWithWhatIsAdded() throws IOException {
        write(LATENCY.formatted("1"));
        assertEquals("1", value("kept_request_latency_seconds_count{route=\"POST:/v1/search\"}"));
        write(LATENCY.formatted("2"));
        assertEquals("2", value("kept_request_latency_seconds_count{route=\"POST:/v1/search\"}"));
        assertEquals("2", value("kept_request_latency_seconds_count{route=\"POST:/v1/search\"}"));
    }

    @Test
    void waitsForTheEndOfALine() throws IOException {
        String line = LATENCY.formatted("1");
        write(line.substring(0, 30));
        assertEquals("", value("kept_request_latency_seconds_count{route=\"POST:/v1/search\"}"));
        write(line.substring(30));
        assertEquals("1", value("kept_request_latency_seconds_count{route=\"POST:/v1/search\"}"));
    }

    @Test
    void readsALogThatWasBegunAnewFromItsStart() throws IOException {
        write("something else\n" + LATENCY.formatted("1"));
        assertEquals("1", value("kept_request_latency_seconds_count{route=\"POST:/v1/search\"}"));
        Files.writeString(log, LATENCY.formatted("1"));
        assertEquals("2", value("kept_request_latency_seconds_count{route=\"POST:/v1/search\"}"));
    }

    @Test
    void passesOverEverythingElse() throws IOException {
        write("""
                {"message":"request.answered"}
                {"_aws": not json
                {"_aws":{"CloudWatchMetrics":[{"Metrics":[{"Name":"Unheard"}]}]},"Unheard":1}
                {"_aws":{"CloudWatchMetrics":[{"Metrics":[{"Name":"Requests"}]}]},"Status":"what somebody said","Requests":1}
                {"_aws":{"CloudWatchMetrics":[{"Metrics":[{"Name":"Requests"}]}]},"Status":"2xx"}
                """);

        assertTrue(
                text().lines().allMatch(line -> line.startsWith("#") || line.endsWith(" 0") || line.endsWith(" 0.0")),
                text());
    }

    @Test
    void givesASumAndACountOfWhatIsAShare() throws IOException {
        write("""
                {"_aws":{"CloudWatchMetrics":[{"Metrics":[{"Name":"CacheHits"}]}]},"Cache":"warm-context","CacheHits":[1.0,0.0,1.0]}
                """);

        assertEquals("3", value("kept_cache_hits_count{cache=\"warm-context\"}"));
        assertEquals("2.0", value("kept_cache_hits_sum{cache=\"warm-context\"}"));
    }

    @Test
    void hasEveryMetricOfTheCatalogueUnderANameOfItsOwn() throws IOException {
        List<String> names = List.of(Metric.values()).stream()
                .map(PrometheusName::of)
                .distinct()
                .toList();
        assertEquals(Metric.values().length, names.size());
        assertEquals("kept_model_cost_dollars_total", PrometheusName.of(Metric.MODEL_COST));
        new PrometheusMetrics().text();
    }

    private void write(String lines) throws IOException {
        Files.writeString(log, lines, StandardOpenOption.APPEND);
    }

    private String text() throws IOException {
        return page.orElseThrow().text();
    }

    private String value(String series) throws IOException {
        return text().lines()
                .filter(line -> line.startsWith(series + " "))
                .map(line -> line.substring(series.length() + 1))
                .findFirst()
                .orElse("");
    }
}
