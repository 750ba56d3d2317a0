package dev.kept.functions.memoryextraction;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.kept.domain.extraction.ExtractionCommit;
import dev.kept.domain.extraction.ExtractionCounts;
import dev.kept.domain.extraction.ExtractionLedger;
import dev.kept.domain.extraction.ExtractionMethod;
import dev.kept.domain.extraction.ExtractionRun;
import dev.kept.domain.extraction.ModelUse;
import dev.kept.domain.extraction.RereadingCommit;
import dev.kept.domain.id.MemoryId;
import dev.kept.domain.id.OperationId;
import dev.kept.domain.id.SessionId;
import dev.kept.domain.id.TurnId;
import dev.kept.domain.operation.Operation;
import dev.kept.domain.session.SessionRef;
import dev.kept.domain.telemetry.Metric;
import dev.kept.runtime.tracing.Tracing;
import dev.kept.testkit.FakeMetrics;
import dev.kept.testkit.Fixtures;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReportedLedgerTest {
    private final FakeMetrics metrics = new FakeMetrics();
    private ExtractionLedger.Outcome outcome = ExtractionLedger.Outcome.COMMITTED;
    private final ReportedLedger ledger = new ReportedLedger(new Answering(), metrics, Tracing.off());

    @Test
    void measuresWhatARunDid() {
        commit(new ExtractionMethod("model:m/1", Map.of("timeout", 2), new ModelUse(1, 900, 100, 50, 1_250)));

        assertEquals(List.of(4.0), metrics.of(Metric.EXTRACTION_TURNS));
        assertEquals(List.of(3.0), metrics.of(Metric.EXTRACTION_CANDIDATES, "kept"));
        assertEquals(List.of(2.0), metrics.of(Metric.EXTRACTION_CANDIDATES, "merged"));
        assertEquals(List.of(1.0), metrics.of(Metric.EXTRACTION_CANDIDATES, "superseded"));
        assertEquals(List.of(), metrics.of(Metric.EXTRACTION_CANDIDATES, "quarantined"));
        assertEquals(List.of(7.0), metrics.of(Metric.EXTRACTION_CANDIDATES, "rejected"));
        assertEquals(List.of(1_500.0), metrics.of(Metric.EXTRACTION_LATENCY));
        assertEquals(List.of(900.0), metrics.of(Metric.MODEL_TOKENS, "input"));
        assertEquals(List.of(0.00125), metrics.of(Metric.MODEL_COST));
        assertEquals(List.of(2.0), metrics.of(Metric.MODEL_FALLBACKS, "timeout"));
    }

    @Test
    void measuresNothingTwice() {
        outcome = ExtractionLedger.Outcome.OVERTAKEN;
        commit(ExtractionMethod.rules("rules-1"));
        outcome = ExtractionLedger.Outcome.SESSION_GONE;
        commit(ExtractionMethod.rules("rules-1"));

        assertEquals(List.of(), metrics.taken());
    }

    private void commit(ExtractionMethod method) {
        ExtractionRun run = new ExtractionRun(
                Optional.empty(),
                new TurnId("t_1"),
                new ExtractionCounts(4, 3, 2, 1, 0, 0, 7),
                method,
                Fixtures.NOON,
                Fixtures.NOON.plus(Duration.ofMillis(1_500)));
        SessionRef session = new SessionRef(Fixtures.ADA, new SessionId("s_1"));
        assertEquals(outcome, ledger.commit(new ExtractionCommit(session, run, List.of())));
    }

    private final class Answering implements ExtractionLedger {
        @Override
        public Outcome commit(ExtractionCommit commit) {
            return outcome;
        }

        @Override
        public Outcome commit(RereadingCommit commit) {
            return outcome;
        }

        @Override
        public OperationId startRereading(Operation operation) {
            return operation.id();
        }

        @Override
        public Set<MemoryId> foundAgain(SessionRef session, OperationId operation) {
            return Set.of();
        }

        @Override
        public void fail(SessionRef session, String reason) {}

        @Override
        public void failRereading(SessionRef session, String reason) {}
    }
}
