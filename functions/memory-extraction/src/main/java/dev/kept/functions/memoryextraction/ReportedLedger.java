package dev.kept.functions.memoryextraction;

import dev.kept.domain.extraction.ExtractionCommit;
import dev.kept.domain.extraction.ExtractionCounts;
import dev.kept.domain.extraction.ExtractionLedger;
import dev.kept.domain.extraction.ExtractionRun;
import dev.kept.domain.extraction.ModelUse;
import dev.kept.domain.extraction.RereadingCommit;
import dev.kept.domain.id.MemoryId;
import dev.kept.domain.id.OperationId;
import dev.kept.domain.operation.Operation;
import dev.kept.domain.session.SessionRef;
import dev.kept.domain.telemetry.Metric;
import dev.kept.domain.telemetry.Metrics;
import dev.kept.domain.telemetry.SpanAttribute;
import dev.kept.domain.telemetry.SpanName;
import dev.kept.runtime.tracing.Span;
import dev.kept.runtime.tracing.Tracing;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reports each run that was committed, and only those: a run that was overtaken or repeated counts nothing twice.
final class ReportedLedger implements ExtractionLedger {
    private static final Logger LOG = LoggerFactory.getLogger(ReportedLedger.class);
    private static final double MICROS = 1e6;

    private final ExtractionLedger ledger;
    private final Metrics metrics;
    private final Tracing tracing;

    ReportedLedger(ExtractionLedger ledger, Metrics metrics, Tracing tracing) {
        this.ledger = ledger;
        this.metrics = metrics;
        this.tracing = tracing;
    }

    @Override
    public Outcome commit(ExtractionCommit commit) {
        Outcome outcome = traced(commit.run(), () -> ledger.commit(commit));
        report(outcome, commit.session(), commit.run(), "memories.extracted");
        return outcome;
    }

    @Override
    public Outcome commit(RereadingCommit commit) {
        Outcome outcome = traced(commit.run(), () -> ledger.commit(commit));
        report(outcome, commit.session(), commit.run(), "memories.extracted.again");
        return outcome;
    }

    /// What is stored in it belongs to the span, and whatever comes of that.
    private Outcome traced(ExtractionRun run, Supplier<Outcome> commit) {
        ExtractionCounts counts = run.counts();
        tracing.took(SpanName.EXTRACTION, "", took(run));
        try (Span span = tracing.begin(SpanName.COMMIT, "", Optional.empty())) {
            span.tell(SpanAttribute.TURNS, counts.turns())
                    .tell(SpanAttribute.KEPT, counts.kept())
                    .tell(SpanAttribute.MERGED, counts.merged());
            return commit.get();
        }
    }

    private static Duration took(ExtractionRun run) {
        Duration took = Duration.between(run.startedAt(), run.finishedAt());
        return took.isNegative() ? Duration.ZERO : took;
    }

    private void report(Outcome outcome, SessionRef session, ExtractionRun run, String decision) {
        if (outcome != Outcome.COMMITTED) {
            return;
        }
        Duration took = took(run);
        measure(run, took);
        ExtractionCounts counts = run.counts();
        ModelUse use = run.method().use();
        LOG.atInfo()
                .addKeyValue("sessionId", session.id())
                .addKeyValue("extractor", run.method().extractor())
                .addKeyValue("tookMs", took.toMillis())
                .addKeyValue("turns", counts.turns())
                .addKeyValue("kept", counts.kept())
                .addKeyValue("merged", counts.merged())
                .addKeyValue("superseded", counts.superseded())
                .addKeyValue("quarantined", counts.quarantined())
                .addKeyValue("redacted", counts.redacted())
                .addKeyValue("rejected", counts.rejected())
                .addKeyValue("rejectedBy", counts.rejectedBy())
                .addKeyValue("inputTokens", use.inputTokens())
                .addKeyValue("outputTokens", use.outputTokens())
                .addKeyValue("costMicros", use.costMicros())
                .addKeyValue("fallbacks", run.method().fallbacks())
                .log(decision);
    }

    private void measure(ExtractionRun run, Duration took) {
        ExtractionCounts counts = run.counts();
        metrics.took(Metric.EXTRACTION_LATENCY, took);
        metrics.count(Metric.EXTRACTION_TURNS, counts.turns());
        candidates("kept", counts.kept());
        candidates("merged", counts.merged());
        candidates("superseded", counts.superseded());
        candidates("quarantined", counts.quarantined());
        candidates("redacted", counts.redacted());
        candidates("rejected", counts.rejected());
        measure(run.method().use());
        run.method().fallbacks().forEach((reason, batches) -> metrics.count(Metric.MODEL_FALLBACKS, batches, reason));
    }

    private void candidates(String outcome, int count) {
        metrics.count(Metric.EXTRACTION_CANDIDATES, count, outcome);
    }

    private void measure(ModelUse use) {
        metrics.count(Metric.MODEL_TOKENS, use.inputTokens(), "input");
        metrics.count(Metric.MODEL_TOKENS, use.outputTokens(), "output");
        metrics.count(Metric.MODEL_TOKENS, use.cachedTokens(), "cached");
        if (use.costMicros() > 0) {
            metrics.record(Metric.MODEL_COST, use.costMicros() / MICROS);
        }
    }

    @Override
    public OperationId startRereading(Operation operation) {
        return ledger.startRereading(operation);
    }

    @Override
    public Set<MemoryId> foundAgain(SessionRef session, OperationId operation) {
        return ledger.foundAgain(session, operation);
    }

    @Override
    public void fail(SessionRef session, String reason) {
        ledger.fail(session, reason);
    }

    @Override
    public void failRereading(SessionRef session, String reason) {
        ledger.failRereading(session, reason);
    }
}
