package dev.kept.runtime.view;

import dev.kept.domain.extraction.ExtractionCounts;
import dev.kept.domain.operation.Operation;
import dev.kept.domain.operation.OperationReport;
import dev.kept.domain.operation.OperationStatus;
import java.time.Instant;
import java.util.Optional;

/// An operation in a reply.
public record OperationView(
        String operationId,
        Operation.Kind kind,
        String sessionId,
        OperationStatus status,
        Optional<Instant> startedAt,
        Optional<Instant> finishedAt,
        ExtractionCounts counts,
        Optional<ExtractionMethodView> extraction,
        Optional<String> error) {
    public static OperationView of(OperationReport report) {
        Operation operation = report.operation();
        return new OperationView(
                operation.id().value(),
                operation.kind(),
                operation.sessionId().value(),
                report.status(),
                report.startedAt(),
                report.finishedAt(),
                report.counts(),
                report.method().map(ExtractionMethodView::of),
                report.error());
    }
}
