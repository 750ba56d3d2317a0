package dev.kept.benchmarks.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoadReportTest {
    private static final int FAST = 20;
    private static final int SLOW = 80;

    @Test
    void whatIsSustainedIsTheLastStepBeforeTheFirstThatBroke() {
        LoadReport report = report(FAST, FAST, SLOW, FAST);

        assertEquals(20, report.sustained().orElseThrow().users());
        assertEquals(30, report.firstBroken().orElseThrow().users());
        assertTrue(LoadTables.of(report).contains("sustained within the promises: 20 users"), LoadTables.of(report));
        assertTrue(LoadTables.of(report).contains("first to break, at 30 users: search p99 80 ms, promised 50"));
    }

    @Test
    void saysWhenNothingBrokeAndWhenNothingHeld() {
        assertTrue(LoadTables.of(report(FAST)).contains("nothing broke"));
        assertTrue(LoadTables.of(report(SLOW)).contains("no step was within the promises"));
    }

    @Test
    void theFilesHoldEveryFigure(@TempDir Path folder) throws IOException {
        LoadFiles.write(report(FAST, SLOW), folder, "load-1");

        JsonNode json =
                new ObjectMapper().readTree(folder.resolve("load-1.json").toFile());
        assertEquals("SEARCH", json.at("/steps/1/timings/2/kind").asText());
        assertEquals(SLOW, json.at("/steps/1/timings/2/p99").asDouble());
        assertEquals(
                "search p99 80 ms, promised 50", json.at("/steps/1/broken/0").asText());
        assertTrue(Files.readString(folder.resolve("load-1-latency.svg")).contains("<svg"));
        assertTrue(Files.readString(folder.resolve("load-1.md")).contains("| users |"));
    }

    private static LoadReport report(int... millis) {
        List<Step> steps = IntStream.range(0, millis.length)
                .mapToObj(i -> step(10 * (i + 1), millis[i]))
                .toList();
        return new LoadReport("2026-11-23T05:30:00Z", "2 processors", 2, steps, 1_000, Kept.NOTHING);
    }

    private static Step step(int users, int millis) {
        return Step.of(
                0,
                new LoadPlan(List.of(new LoadPlan.Stage(users, 0, 20))),
                new RequestLog(0, Requests.mostlyFast(Kind.SEARCH, 10, millis)),
                List.of());
    }
}
