package dev.kept.benchmarks.report;

import java.io.IOException;
import java.nio.file.Path;
import org.knowm.xchart.VectorGraphicsEncoder;
import org.knowm.xchart.VectorGraphicsEncoder.VectorGraphicsFormat;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.style.Styler;

/// Lines over one axis, as SVG.
public final class Chart {
    private static final int WIDTH = 900;
    private static final int HEIGHT = 500;

    private final XYChart chart;

    public Chart(String title, String x, String y) {
        this.chart = new XYChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .title(title)
                .xAxisTitle(x)
                .yAxisTitle(y)
                .build();
        chart.getStyler().setYAxisMin(0.0);
        chart.getStyler().setLegendPosition(Styler.LegendPosition.OutsideE);
    }

    /// Nothing where there are no points.
    public Chart line(String name, double[] xs, double[] ys) {
        if (xs.length > 0) {
            chart.addSeries(name, xs, ys);
        }
        return this;
    }

    public void save(Path file) throws IOException {
        VectorGraphicsEncoder.saveVectorGraphic(chart, file.toString(), VectorGraphicsFormat.SVG);
    }
}
