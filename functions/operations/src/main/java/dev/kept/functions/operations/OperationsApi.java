package dev.kept.functions.operations;

import dev.kept.application.operation.RetryOperation;
import dev.kept.domain.error.InvalidRequest;
import dev.kept.domain.error.NotFound;
import dev.kept.domain.id.OperationId;
import dev.kept.domain.id.Owner;
import dev.kept.domain.operation.OperationReport;
import dev.kept.domain.operation.OperationStatus;
import dev.kept.domain.operation.OperationStore;
import dev.kept.runtime.http.Reply;
import dev.kept.runtime.http.Request;
import dev.kept.runtime.http.Routes;
import dev.kept.runtime.view.OperationView;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;

/// The routes of operations.
@Singleton
final class OperationsApi {
    private static final int WAIT_SECONDS_MAX = 20;
    private static final Duration BETWEEN_READS = Duration.ofMillis(100);

    private final OperationStore operations;
    private final RetryOperation retryOperation;
    private final Clock clock;
    private final Routes routes;

    OperationsApi(OperationStore operations) {
        this.operations = operations;
        this.clock = Clock.systemUTC();
        this.retryOperation = new RetryOperation(operations, clock);
        this.routes = new Routes()
                .on("GET /v1/operations/{operationId}", this::find)
                .on("POST /v1/operations/{operationId}/retry", this::retry);
    }

    Routes routes() {
        return routes;
    }

    private Reply find(Request request) {
        request.allowQuery("waitSeconds");
        int waitSeconds = request.integer("waitSeconds").orElse(0);
        if (waitSeconds < 0 || waitSeconds > WAIT_SECONDS_MAX) {
            throw new InvalidRequest("waitSeconds", "must be between 0 and " + WAIT_SECONDS_MAX);
        }
        OperationId id = new OperationId(request.path("operationId"));
        Instant until = clock.instant().plusSeconds(waitSeconds);
        OperationReport report = report(request.owner(), id);
        while (isOpen(report) && clock.instant().isBefore(until)) {
            LockSupport.parkNanos(BETWEEN_READS.toNanos());
            report = report(request.owner(), id);
        }
        return Reply.ok(OperationView.of(report));
    }

    private Reply retry(Request request) {
        request.bodyOrEmpty(Nothing.class);
        OperationReport report = retryOperation.retry(request.owner(), new OperationId(request.path("operationId")));
        return Reply.accepted(OperationView.of(report));
    }

    /// A body that has nothing to say.
    record Nothing() {}

    private OperationReport report(Owner owner, OperationId id) {
        return operations.find(owner, id).orElseThrow(() -> new NotFound("operation", id.value()));
    }

    private static boolean isOpen(OperationReport report) {
        return report.status() == OperationStatus.PENDING || report.status() == OperationStatus.RUNNING;
    }
}
