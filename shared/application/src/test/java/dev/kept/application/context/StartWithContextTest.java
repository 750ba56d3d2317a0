package dev.kept.application.context;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kept.application.cache.Copies;
import dev.kept.domain.cache.Cache;
import dev.kept.domain.context.Context;
import dev.kept.domain.context.ContextBudget;
import dev.kept.domain.memory.MemoryType;
import dev.kept.domain.session.Role;
import dev.kept.domain.telemetry.Metrics;
import dev.kept.domain.work.ContextQueue.WarmContextKey;
import dev.kept.testkit.Fixtures;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StartWithContextTest extends Recalling {
    private static final WarmContextKey KEY = new WarmContextKey(Fixtures.ADA, Optional.of(SHOP));
    private static final ContextBudget DEFAULT = new ContextBudget(ContextBudget.DEFAULT_TOKENS);

    private final PrepareWarmContext prepare =
            new PrepareWarmContext(build, contexts, new Copies(Cache.NONE, source, contexts, Metrics.NONE));
    private final DropWarmContexts drop = new DropWarmContexts(contexts, clock);
    private final StartWithContext start = new StartWithContext(create, contexts, source);
    private int started;

    @BeforeEach
    void aProjectWithAWarmContext() {
        session("s0", SHOP);
        say("s0", Role.USER, "The shop runs on Sundays");
        indexAll();
        prepare.prepare(KEY);
    }

    @Test
    void handsOutThePreparedContextAndKeepsIt() {
        Context prepared = contexts.findWarm(Fixtures.ADA, Optional.of(SHOP)).orElseThrow();
        Context context = started(Optional.empty(), DEFAULT);
        assertEquals(prepared, context);
        assertEquals(Optional.of(context), contexts.find(Fixtures.ADA, context.id(), Optional.of(context.version())));
    }

    @Test
    void givesEverySessionOfAProjectTheSameText() {
        String warm = started(Optional.empty(), DEFAULT).text();
        drop.of(List.of(Fixtures.ADA));
        assertEquals(warm, started(Optional.empty(), DEFAULT).text());
    }

    @Test
    void seesWhatWasWrittenAfterThePreparation() {
        say("s0", Role.USER, "Lamps are sold out");
        assertTrue(started(Optional.empty(), DEFAULT).text().contains("Lamps are sold out"));
    }

    @Test
    void seesAPreferenceOfAnotherProjectAfterItWasIndexed() {
        keep("m1", MemoryType.PREFERENCE, "Likes lists", .5, false, Optional.of(Fixtures.KEPT));
        drop.of(List.of(Fixtures.ADA));
        indexAll();
        assertTrue(started(Optional.empty(), DEFAULT).text().contains("Likes lists"));
    }

    @Test
    void takesNoContextThatWasSavedLateAndBuiltBeforeTheChange() {
        Context early = contexts.findWarm(Fixtures.ADA, Optional.of(SHOP)).orElseThrow();
        clock.advance(Duration.ofSeconds(1));
        keep("m1", MemoryType.DECISION, "Opens on Mondays too", .9);
        drop.of(List.of(Fixtures.ADA));
        contexts.saveWarm(Fixtures.ADA, Optional.of(SHOP), early);
        indexAll();
        assertTrue(started(Optional.empty(), DEFAULT).text().contains("Opens on Mondays too"));
    }

    @Test
    void buildsAfreshForAQuestion() {
        Context context = started(Optional.of("When does the shop run?"), DEFAULT);
        assertEquals(List.of("turns"), sections(context));
    }

    @Test
    void buildsAfreshWhenThePreparedContextDoesNotFit() {
        for (int i = 0; i < 9; i++) {
            keep("m" + i, MemoryType.FACT, "Shelf " + i + " holds lamps of colour number " + i * i, .5);
        }
        drop.of(List.of(Fixtures.ADA));
        indexAll();
        clock.advance(Duration.ofSeconds(1));
        prepare.prepare(KEY);

        Context small = started(Optional.empty(), new ContextBudget(100));
        assertTrue(small.tokens() <= 100);
        assertFalse(small.sections().isEmpty());
    }

    @Test
    void takesThePreparedContextForABiggerBudgetWhenNothingWasLeftOut() {
        Context warm = started(Optional.empty(), DEFAULT);
        assertEquals(warm, started(Optional.empty(), new ContextBudget(8_000)));
    }

    private Context started(Optional<String> query, ContextBudget budget) {
        return start.contextOf(session("s" + ++started, SHOP), query, budget);
    }

    private void indexAll() {
        source.markIndexed(source.unindexed(Fixtures.ADA, 1_000));
    }
}
