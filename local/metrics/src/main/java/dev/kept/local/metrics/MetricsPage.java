package dev.kept.local.metrics;

import java.io.IOException;
import java.nio.file.Path;

/// What a scrape of the local stack finds: everything that the functions measured since the stack was started. It is
/// read from their logs, as CloudWatch does in AWS, so that it does not matter in which process a function ran, or
/// whether that process has died since.
public final class MetricsPage {
    public static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private final LogTail logs;
    private final PrometheusMetrics metrics = new PrometheusMetrics();

    /// @param logs the folder that the processes log to
    public MetricsPage(Path logs) {
        this.logs = new LogTail(logs);
    }

    /// In Prometheus's text format.
    ///
    /// @throws IOException when a log cannot be read
    public synchronized String text() throws IOException {
        logs.readOn(line -> metrics.add(EmbeddedLine.measurements(line)));
        return metrics.text();
    }
}
