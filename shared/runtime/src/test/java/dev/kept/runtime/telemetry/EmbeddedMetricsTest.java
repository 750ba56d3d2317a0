package dev.kept.runtime.telemetry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kept.domain.telemetry.Measurement;
import dev.kept.domain.telemetry.Metric;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EmbeddedMetricsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @EnumSource
    void declaresEveryMetricWithItsUnitAndDimensions(Metric metric) throws JsonProcessingException {
        List<String> values = metric.dimensions().stream()
                .map(dimension -> dimension.words().stream().findFirst().orElse("POST:/v1/sessions/{sessionId}/turns"))
                .toList();
        JsonNode line = JSON.readTree(
                written(List.of(new Measurement(metric, 2, values))).getFirst());

        JsonNode directive = line.at("/_aws/CloudWatchMetrics/0");
        assertEquals("Kept", directive.path("Namespace").asText());
        assertEquals(metric.label(), directive.at("/Metrics/0/Name").asText());
        assertEquals(metric.kind().unit(), directive.at("/Metrics/0/Unit").asText("None"));
        TreeSet<String> dimensions = new TreeSet<>();
        directive.at("/Dimensions/0").forEach(dimension -> dimensions.add(dimension.asText()));
        TreeSet<String> wanted = new TreeSet<>(List.of("Stage"));
        metric.dimensions().forEach(dimension -> wanted.add(dimension.label()));
        assertEquals(wanted, dimensions);
        assertEquals(1, directive.path("Dimensions").size());
        assertEquals("test", line.path("Stage").asText());
        assertEquals(2, line.path(metric.label()).asDouble());
    }

    @Test
    void writesOneLineForEachCombinationOfDimensions() throws JsonProcessingException {
        List<String> lines = written(List.of(
                new Measurement(Metric.EXTRACTION_TURNS, 3, List.of()),
                new Measurement(Metric.CACHE_HITS, 1, List.of("warm-context")),
                new Measurement(Metric.CACHE_HITS, 0, List.of("warm-context")),
                new Measurement(Metric.EXTRACTION_LATENCY, 12.5, List.of())));

        assertEquals(2, lines.size());
        JsonNode plain = JSON.readTree(lines.getFirst());
        assertEquals(3, plain.path("ExtractionTurns").asInt());
        assertEquals(12.5, plain.path("ExtractionLatency").asDouble());
        assertEquals(
                "[1.0,0.0]", JSON.readTree(lines.getLast()).path("CacheHits").toString());
    }

    /// CloudWatch takes a hundred values of one metric in a line.
    @Test
    void writesManyValuesInSeveralLines() throws JsonProcessingException {
        List<String> lines = written(Collections.nCopies(250, new Measurement(Metric.MEMORIES_PER_USER, 7, List.of())));

        int values = 0;
        for (String line : lines) {
            JsonNode written = JSON.readTree(line).path("MemoriesPerUser");
            assertTrue(written.size() <= 100);
            values += written.size();
        }
        assertEquals(250, values);
    }

    @Test
    void isChosenByTheEnvironment() {
        assertInstanceOf(EmbeddedMetrics.class, MetricsOutput.of(Map.of()));
        assertInstanceOf(LoggedMetrics.class, MetricsOutput.of(Map.of("KEPT_METRICS", "logs")));
        assertThrows(IllegalArgumentException.class, () -> MetricsOutput.of(Map.of("KEPT_METRICS", "none")));
    }

    private static List<String> written(List<Measurement> measured) {
        PrintStream before = System.out;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            new EmbeddedMetrics("test").write(measured);
        } finally {
            System.setOut(before);
        }
        return bytes.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
