package dev.kept.application.extraction.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kept.application.extraction.FakeLinguistics;
import dev.kept.application.extraction.found.Candidate;
import dev.kept.application.extraction.found.Extracted;
import dev.kept.application.extraction.found.Extraction;
import dev.kept.application.extraction.found.ExtractionInput;
import dev.kept.application.extraction.found.Extractor;
import dev.kept.application.extraction.pipeline.ExtractionPipeline;
import dev.kept.application.extraction.pipeline.RuledExtractors;
import dev.kept.application.extraction.rules.ManageRules;
import dev.kept.application.extraction.trial.Trial.Effect;
import dev.kept.application.extraction.trial.Trial.Tried;
import dev.kept.application.redaction.Redactor;
import dev.kept.domain.error.Conflict;
import dev.kept.domain.error.InvalidRequest;
import dev.kept.domain.error.NotFound;
import dev.kept.domain.id.ProjectId;
import dev.kept.domain.id.SessionId;
import dev.kept.domain.memory.MemoryType;
import dev.kept.domain.rules.CueRule;
import dev.kept.domain.rules.OwnRules;
import dev.kept.domain.rules.RuleScope;
import dev.kept.domain.rules.RuleSet;
import dev.kept.domain.session.Utterance;
import dev.kept.testkit.Fixtures;
import dev.kept.testkit.MutableClock;
import dev.kept.testkit.Stores;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ManageRulesTest {
    private static final RuleScope ADAS = RuleScope.of(Fixtures.ADA);
    private static final RuleScope IN_KEPT = RuleScope.of(Fixtures.ADA, Fixtures.KEPT);

    private final MutableClock clock = MutableClock.atNoon();
    private final Stores stores = Stores.fake(clock);
    private final ManageRules rules = new ManageRules(stores.rules(), Redactor.standard(), clock);
    private final ExtractionPipeline bundled = new ExtractionPipeline(Redactor.standard(), new FakeLinguistics());
    private final TryRules trials = new TryRules(stores.sessions(), stores.turns(), stores.rules(), bundled);

    @Test
    void aMistakeCanBeUndone() {
        assertEquals(0, rules.current(ADAS).version());
        rules.put(ADAS, ignoring("standup"), Optional.of(0L));
        rules.put(ADAS, ignoring("ledger"), Optional.of(1L));
        rules.reset(ADAS, Optional.of(2L));

        assertTrue(rules.current(ADAS).rules().isEmpty());
        RuleSet restored = rules.restore(ADAS, 1, Optional.of(3L));

        assertEquals(4, restored.version());
        assertEquals(List.of("standup"), rules.current(ADAS).rules().ignore());
        assertThrows(NotFound.class, () -> rules.restore(ADAS, 9, Optional.empty()));
    }

    @Test
    void theSameRulesAgainAreNoNewVersion() {
        rules.put(ADAS, ignoring("standup"), Optional.empty());
        assertEquals(1, rules.put(ADAS, ignoring("standup"), Optional.empty()).version());
        assertThrows(Conflict.class, () -> rules.put(ADAS, ignoring("standup"), Optional.of(0L)));
        assertThrows(Conflict.class, () -> rules.reset(ADAS, Optional.of(7L)));
    }

    @Test
    void rulesThatCannotWorkAreNotKept() {
        InvalidRequest fault =
                assertThrows(InvalidRequest.class, () -> rules.put(ADAS, ignoring("the"), Optional.empty()));
        assertEquals("ignore[0]", fault.field());
        OwnRules unknown = new OwnRules(
                List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of("cues/no/such"));
        assertEquals(
                "disabled[0]",
                assertThrows(InvalidRequest.class, () -> rules.put(ADAS, unknown, Optional.empty()))
                        .field());
        assertEquals(0, rules.current(ADAS).version());
    }

    @Test
    void aChangeTakesEffectWithTheNextRunAndForNobodyElse() {
        RuledExtractors extractors = new RuledExtractors(stores.rules(), bundled);
        Extractor before = extractors.of(Fixtures.ADA, Optional.of(Fixtures.KEPT));
        assertSame(bundled, before);
        rules.put(ADAS, ignoring("ledger"), Optional.empty());

        Extractor after = extractors.of(Fixtures.ADA, Optional.of(Fixtures.KEPT));
        assertNotSame(before, after);
        assertSame(after, extractors.of(Fixtures.ADA, Optional.of(Fixtures.KEPT)));
        assertSame(bundled, extractors.of(Fixtures.GRACE, Optional.of(Fixtures.KEPT)));

        rules.put(IN_KEPT, ignoring("standup"), Optional.empty());
        assertNotSame(after, extractors.of(Fixtures.ADA, Optional.of(Fixtures.KEPT)));
        assertSame(after, extractors.of(Fixtures.ADA, Optional.empty()));
        rules.reset(ADAS, Optional.empty());
        assertSame(bundled, extractors.of(Fixtures.ADA, Optional.empty()));
    }

    @Test
    void aModelOnTopIsHeldToOwnRules() {
        OwnRules own = new OwnRules(
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of("ledger"),
                List.of("note to self"),
                List.of(),
                List.of());
        rules.put(ADAS, own, Optional.empty());
        RuledExtractors extractors = new RuledExtractors(stores.rules(), bundled, pipeline -> new Model(bundled));
        say("s1", "we decided on Postgres 16 for the ledger", "our deadline is June 12", "note to self: oat milk?");
        ExtractionInput input = new ExtractionInput(
                List.of(), stores.turns().after(Fixtures.ADA, new SessionId("s1"), Optional.empty(), 10));

        Extraction found = extractors
                .of(Fixtures.ADA, Optional.of(Fixtures.KEPT))
                .read(input)
                .together();

        assertEquals(
                List.of("our deadline is June 12", "note to self: oat milk?"),
                found.candidates().stream().map(Candidate::content).toList());
        assertTrue(
                found.rejected().stream().anyMatch(rejected -> rejected.reason().equals("ignored (own rule)")));
    }

    /// Reads as if there were no own rules.
    private record Model(ExtractionPipeline pipeline) implements Extractor {
        @Override
        public Extracted read(ExtractionInput input) {
            return pipeline.read(input);
        }
    }

    @Test
    void aTrialTellsWhatBecomesOfEachMemoryAndWhy() {
        say("s1", "we decided on Postgres 16 for the ledger", "our deadline is June 12", "I prefer short answers");
        OwnRules wanted = new OwnRules(
                List.of(new CueRule(MemoryType.PATTERN, 5, "our dates", List.of("deadline is"))),
                List.of(),
                List.of(),
                List.of(),
                List.of("ledger"),
                List.of(),
                List.of(),
                List.of());

        Trial trial = trials.run(ADAS, wanted, new Samples.Newest(Optional.empty(), 100));

        assertEquals(3, trial.turns());
        assertEquals(
                List.of(Effect.REMOVED, Effect.RETYPED, Effect.UNCHANGED),
                trial.memories().stream().map(Tried::effect).toList());
        assertEquals("ignored (own rule)", trial.memories().getFirst().after().why());
        assertTrue(trial.memories().get(1).after().why().contains("our dates (own rule)"));
        assertEquals(0, rules.current(ADAS).version());
    }

    @Test
    void aTrialReadsTheNewestTurnsOfTheSessionOrTheProject() {
        say("s1", "our deadline is June 12", "I prefer short answers");
        say("s2", "we decided on Postgres 16 for the ledger");

        assertEquals(
                2,
                trial(ADAS, new Samples.Newest(Optional.of(new SessionId("s1")), 100))
                        .turns());
        assertEquals(
                1,
                trial(ADAS, new Samples.Newest(Optional.of(new SessionId("s1")), 1))
                        .turns());
        assertEquals(
                3, trial(IN_KEPT, new Samples.Newest(Optional.empty(), 100)).turns());
        assertEquals(2, trial(IN_KEPT, new Samples.Newest(Optional.empty(), 2)).turns());
        RuleScope elsewhere = RuleScope.of(Fixtures.ADA, new ProjectId("other"));
        assertEquals(
                0, trial(elsewhere, new Samples.Newest(Optional.empty(), 100)).turns());
        assertThrows(
                InvalidRequest.class, () -> trial(elsewhere, new Samples.Newest(Optional.of(new SessionId("s1")), 1)));
        assertThrows(
                NotFound.class,
                () -> trial(RuleScope.of(Fixtures.GRACE), new Samples.Newest(Optional.of(new SessionId("s1")), 1)));
    }

    private Trial trial(RuleScope scope, Samples samples) {
        return trials.run(scope, ignoring("ledger"), samples);
    }

    private void say(String session, String... said) {
        stores.sessions().create(Fixtures.aSessionIn(Fixtures.KEPT, Fixtures.ADA, session));
        List<Utterance> utterances =
                List.of(said).stream().map(Fixtures::userSaying).toList();
        stores.turns().append(Fixtures.ADA, new SessionId(session), utterances, clock.instant());
    }

    private static OwnRules ignoring(String phrase) {
        return new OwnRules(
                List.of(), List.of(), List.of(), List.of(), List.of(phrase), List.of(), List.of(), List.of());
    }
}
