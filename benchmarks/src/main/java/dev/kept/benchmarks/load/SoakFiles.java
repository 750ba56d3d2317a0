package dev.kept.benchmarks.load;

import dev.kept.benchmarks.machine.Measure;
import dev.kept.benchmarks.report.Chart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/// A soak's figures as JSON, its tables as Markdown, and a chart of each figure.
final class SoakFiles {
    private SoakFiles() {}

    /// @param name of the files, without an ending
    static void write(SoakReport report, Path folder, String name) throws IOException {
        LoadFiles.json(report, folder.resolve(name + ".json"));
        Files.writeString(folder.resolve(name + ".md"), SoakTables.of(report));
        for (Measure measure : Measure.values()) {
            String what = measure.name().toLowerCase(Locale.ROOT).replace('_', '-');
            chart(report, measure).save(folder.resolve(name + "-" + what + ".svg"));
        }
    }

    private static Chart chart(SoakReport report, Measure measure) {
        Chart chart = new Chart(measure.text(), "seconds", measure.text());
        report.series().forEach((process, measures) -> {
            Series series = measures.get(measure);
            if (series != null) {
                chart.line(process, series.seconds(), series.values());
            }
        });
        return chart;
    }
}
