package dev.kept.benchmarks.load;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kept.benchmarks.report.Chart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A run's figures as JSON, its tables as Markdown, its latencies as a chart.
final class LoadFiles {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private LoadFiles() {}

    /// @param name of the files, without an ending
    static void write(LoadReport report, Path folder, String name) throws IOException {
        json(report, folder.resolve(name + ".json"));
        Files.writeString(folder.resolve(name + ".md"), LoadTables.of(report));
        chart(report).save(folder.resolve(name + "-latency.svg"));
    }

    static void json(Object report, Path file) throws IOException {
        MAPPER.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), report);
    }

    private static Chart chart(LoadReport report) {
        double[] users = report.steps().stream().mapToDouble(Step::users).toArray();
        Chart chart = new Chart("99 of 100 answers take at most", "users at a time", "milliseconds");
        for (Kind kind : Kind.values()) {
            chart.line(
                    kind.text(),
                    users,
                    report.steps().stream()
                            .mapToDouble(step -> step.timing(kind).p99())
                            .toArray());
        }
        return chart;
    }
}
