package dev.kept.domain.operation;

import dev.kept.domain.extraction.ExtractionCounts;
import dev.kept.domain.extraction.ExtractionMethod;
import dev.kept.domain.extraction.ExtractionRun;
import dev.kept.domain.session.ExtractionProgress;
import dev.kept.domain.session.Rereading;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What a client is told of an operation.
///
/// @param startedAt when the first run began; empty before
/// @param finishedAt when the last run ended; empty before
/// @param method how the turns were read, by the name of the last run; empty before the first
public record OperationReport(
        Operation operation,
        OperationStatus status,
        Optional<Instant> startedAt,
        Optional<Instant> finishedAt,
        ExtractionCounts counts,
        Optional<ExtractionMethod> method,
        Optional<String> error) {

    /// Derives the report from what was committed.
    ///
    /// @param runs all runs of the session that reached beyond `operation.after()`; of a rereading, its steps
    public static OperationReport of(Operation operation, ExtractionProgress progress, List<ExtractionRun> runs) {
        return operation.kind() == Operation.Kind.RE_EXTRACTION
                ? ofRereading(operation, progress, runs)
                : ofReading(operation, progress, runs);
    }

    private static OperationReport ofReading(
            Operation operation, ExtractionProgress progress, List<ExtractionRun> runs) {
        List<ExtractionRun> own = runs.stream()
                .filter(run -> operation.upTo().isPresent())
                .filter(run -> run.from().isEmpty()
                        || run.from().get().compareTo(operation.upTo().orElseThrow()) < 0)
                .toList();
        boolean done = operation.upTo().map(progress::reached).orElse(true);
        return report(operation, done, progress.failure(), own);
    }

    /// It is done when the session is no longer read again for it: the last step ends that.
    private static OperationReport ofRereading(
            Operation operation, ExtractionProgress progress, List<ExtractionRun> steps) {
        Optional<Rereading> underWay =
                progress.rereading().filter(one -> one.operation().equals(operation.id()));
        return report(operation, underWay.isEmpty(), underWay.flatMap(Rereading::failure), steps);
    }

    private static OperationReport report(
            Operation operation, boolean done, Optional<String> failure, List<ExtractionRun> own) {
        OperationStatus status = done
                ? OperationStatus.SUCCEEDED
                : failure.isPresent()
                        ? OperationStatus.FAILED
                        : own.isEmpty() ? OperationStatus.PENDING : OperationStatus.RUNNING;
        Optional<Instant> started = own.stream().map(ExtractionRun::startedAt).min(Comparator.naturalOrder());
        Optional<Instant> finished = own.stream().map(ExtractionRun::finishedAt).max(Comparator.naturalOrder());
        return new OperationReport(
                operation,
                status,
                started.or(() -> done ? Optional.of(operation.createdAt()) : Optional.empty()),
                done ? finished.or(() -> Optional.of(operation.createdAt())) : Optional.empty(),
                ExtractionCounts.sum(own.stream().map(ExtractionRun::counts).toList()),
                own.stream().map(ExtractionRun::method).reduce((sum, later) -> later.plus(sum)),
                done ? Optional.empty() : failure);
    }
}
