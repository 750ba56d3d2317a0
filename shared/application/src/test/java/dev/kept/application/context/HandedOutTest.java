package dev.kept.application.context;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kept.application.redaction.Redactor;
import dev.kept.domain.context.Context;
import dev.kept.domain.context.ContextBudget;
import dev.kept.domain.memory.MemoryType;
import dev.kept.domain.telemetry.Metric;
import dev.kept.testkit.FakeMetrics;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HandedOutTest extends Recalling {
    private final FakeMetrics metrics = new FakeMetrics();
    private final CreateContext measured =
            new CreateContext(build.measuredBy(metrics), contexts, sessions, Redactor.standard());
    private final StartWithContext start = new StartWithContext(measured, contexts, source);

    @Test
    void tellsWhatAContextHolds() {
        keep("m_1", MemoryType.PREFERENCE, "Likes lists", .5);
        Context context = measured.create(resuming(500));

        assertEquals(List.of((double) context.tokens()), metrics.of(Metric.CONTEXT_TOKENS));
        assertEquals(List.of(1.0), metrics.of(Metric.CONTEXT_ITEMS));
        for (String step : List.of("recall", "select", "keep")) {
            assertEquals(1, metrics.of(Metric.CONTEXT_STEP_LATENCY, step).size(), step);
        }
    }

    @Test
    void countsWhatStandsInTheNextVersionAsReused() {
        keep("m_1", MemoryType.PREFERENCE, "Likes lists", .5);
        measured.create(resuming(500));
        assertEquals(List.of(), metrics.of(Metric.RELEVANCE, "reuse"));

        keep("m_2", MemoryType.DECISION, "We decided to sell lamps", .9);
        measured.create(resuming(500));

        assertEquals(
                List.of(0.0, 1.0),
                metrics.of(Metric.RELEVANCE, "reuse").stream().sorted().toList());
    }

    @Test
    void tellsWhetherASessionBeganWithAnything() {
        start.contextOf(session("s_1", SHOP), Optional.empty(), new ContextBudget(500));
        keep("m_1", MemoryType.PREFERENCE, "Likes lists", .5);
        start.contextOf(session("s_2", SHOP), Optional.empty(), new ContextBudget(500));

        assertEquals(List.of(0.0, 1.0), metrics.of(Metric.SESSION_CONTINUITY));
        assertTrue(metrics.of(Metric.CACHE_HITS, "warm-context").stream().allMatch(hit -> hit == 0));
    }
}
