package dev.kept.benchmarks.load;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kept.benchmarks.BenchFailed;
import dev.kept.benchmarks.machine.Measure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SoakReportTest {
    @Test
    void failsByWhatGrows() {
        assertDoesNotThrow(() -> report(40).orFail());
        assertEquals(
                "not flat: threads of host",
                assertThrows(BenchFailed.class, () -> report(400).orFail()).getMessage());
    }

    @Test
    void theFilesShowEachFigure(@TempDir Path folder) throws IOException {
        SoakFiles.write(report(400), folder, "soak-1");

        String table = Files.readString(folder.resolve("soak-1.md"));
        assertTrue(table.contains("| host | threads | 400.0 | 360.0 | 40.0 | no |"), table);
        assertTrue(Files.readString(folder.resolve("soak-1-threads.svg")).contains("<svg"));
        assertTrue(Files.exists(folder.resolve("soak-1.json")));
    }

    private static SoakReport report(double threadsAtLast) {
        Map<String, Map<Measure, Series>> series = Map.of(
                "host",
                Map.of(
                        Measure.THREADS,
                        new Series(List.of(
                                new Series.Point(0, 40),
                                new Series.Point(60, 40),
                                new Series.Point(90, threadsAtLast),
                                new Series.Point(120, threadsAtLast)))));
        Step step = Step.of(
                0, new LoadPlan(List.of(new LoadPlan.Stage(1, 0, 60))), new RequestLog(0, List.of()), List.of());
        return new SoakReport(
                "2026-11-23T05:30:00Z", "2 processors", 2, step, SoakReport.trends(series), series, Kept.NOTHING);
    }
}
