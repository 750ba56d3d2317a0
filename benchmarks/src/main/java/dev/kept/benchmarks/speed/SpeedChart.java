package dev.kept.benchmarks.speed;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.knowm.xchart.VectorGraphicsEncoder;
import org.knowm.xchart.VectorGraphicsEncoder.VectorGraphicsFormat;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;

/// Latency by the number of records, and throughput by the number of clients, as SVG.
final class SpeedChart {
    private static final int WIDTH = 900;
    private static final int HEIGHT = 500;

    private SpeedChart() {}

    /// @param name of the files, without an ending
    static List<Path> write(SpeedReport report, Path folder, String name) throws IOException {
        Path latency = folder.resolve(name + "-latency.svg");
        Path throughput = folder.resolve(name + "-throughput.svg");
        save(latency(report), latency);
        save(throughput(report), throughput);
        return List.of(latency, throughput);
    }

    private static void save(XYChart chart, Path file) throws IOException {
        VectorGraphicsEncoder.saveVectorGraphic(chart, file.toString(), VectorGraphicsFormat.SVG);
    }

    private static XYChart latency(SpeedReport report) {
        XYChart chart = chart("New questions, one client", "records stored", "milliseconds");
        chart.getStyler().setXAxisLogarithmic(true);
        for (String asked : List.of("search", "context")) {
            List<SpeedReport.Figure> figures = report.figures().stream()
                    .filter(figure -> figure.isOf(asked) && figure.latency().clients() == 1)
                    .toList();
            add(chart, asked + " p50", figures, SpeedReport.Figure::size, Latency::p50);
            add(chart, asked + " p99", figures, SpeedReport.Figure::size, Latency::p99);
        }
        return chart;
    }

    private static XYChart throughput(SpeedReport report) {
        XYChart chart = chart("Throughput, new questions", "clients", "requests a second");
        for (String asked : List.of("search", "context")) {
            report.figures().stream()
                    .filter(figure -> figure.isOf(asked))
                    .map(SpeedReport.Figure::size)
                    .distinct()
                    .forEach(size -> add(
                            chart,
                            asked + ", " + size + " records",
                            report.figures().stream()
                                    .filter(figure -> figure.isOf(asked) && figure.size() == size)
                                    .toList(),
                            figure -> figure.latency().clients(),
                            Latency::perSecond));
        }
        return chart;
    }

    private static XYChart chart(String title, String x, String y) {
        XYChart chart = new XYChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .title(title)
                .xAxisTitle(x)
                .yAxisTitle(y)
                .build();
        chart.getStyler().setYAxisMin(0.0);
        return chart;
    }

    private static void add(
            XYChart chart,
            String series,
            List<SpeedReport.Figure> figures,
            ToDoubleFunction<SpeedReport.Figure> x,
            ToDoubleFunction<Latency> y) {
        if (!figures.isEmpty()) {
            chart.addSeries(
                    series,
                    figures.stream().mapToDouble(x).toArray(),
                    figures.stream()
                            .map(SpeedReport.Figure::latency)
                            .mapToDouble(y)
                            .toArray());
        }
    }
}
