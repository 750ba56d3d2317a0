package dev.kept.application.extraction.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kept.application.extraction.FakeLinguistics;
import dev.kept.application.extraction.found.Candidate;
import dev.kept.application.extraction.found.Extraction;
import dev.kept.application.extraction.found.ExtractionInput;
import dev.kept.application.extraction.found.Rejected;
import dev.kept.application.extraction.rules.BundledRule;
import dev.kept.application.redaction.Redactor;
import dev.kept.domain.id.SessionId;
import dev.kept.domain.id.TurnId;
import dev.kept.domain.memory.MemoryType;
import dev.kept.domain.rules.CueRule;
import dev.kept.domain.rules.ImportanceRule;
import dev.kept.domain.rules.NameRule;
import dev.kept.domain.rules.ObjectionRule;
import dev.kept.domain.rules.OwnRules;
import dev.kept.domain.rules.RuleScope;
import dev.kept.domain.rules.RuleSet;
import dev.kept.domain.session.Turn;
import dev.kept.domain.session.Utterance;
import dev.kept.testkit.Fixtures;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OwnRulesTest {
    private static final RuleScope USER = RuleScope.of(Fixtures.ADA);
    private static final RuleScope PROJECT = RuleScope.of(Fixtures.ADA, Fixtures.KEPT);

    private final ExtractionPipeline bundled = new ExtractionPipeline(Redactor.standard(), new FakeLinguistics());

    @Test
    void aCueGivesASentenceItsTypeAndSaysThatItWasAnOwnRule() {
        String said = "the ledger balance closes with Mittens";
        assertTrue(bundled.extract(turn(said)).candidates().stream()
                .noneMatch(candidate -> candidate.type() == MemoryType.PATTERN));

        Candidate candidate =
                only(with(rules().cue(MemoryType.PATTERN, "our closing rite", "ledger ... closes")), said);

        assertEquals(MemoryType.PATTERN, candidate.type());
        assertTrue(candidate.why().contains("our closing rite (own rule)"), candidate::why);
    }

    @Test
    void whatIsIgnoredIsNotKeptByAnyFinder() {
        RuleSet ignoring = with(rules().ignore("project bluebird"));

        assertTrue(contents(ignoring, "we decided on Postgres for project bluebird")
                .isEmpty());
        assertEquals(
                1,
                contents(ignoring, "we decided on Postgres for project redbird").size());
        Rejected rejected = bundled.with(List.of(ignoring))
                .extract(turn("we decided on Postgres for Project Bluebird"))
                .rejected()
                .getFirst();
        assertEquals("ignored (own rule)", rejected.reason());
    }

    @Test
    void whatIsIgnoredInAProposalIsNotAdopted() {
        RuleSet ignoring = with(rules().ignore("bluebird"));
        ExtractionInput input = new ExtractionInput(
                List.of(),
                List.of(
                        turn(0, Fixtures.assistantSaying("I'd suggest a nightly export for bluebird.")),
                        turn(1, Fixtures.userSaying("sounds good, let's do that"))));

        assertFalse(bundled.extract(input).candidates().isEmpty());
        assertTrue(bundled.with(List.of(ignoring)).extract(input).candidates().isEmpty());
    }

    @Test
    void whatIsAlwaysKeptIsKeptWhateverSpeaksAgainstIt() {
        RuleSet keeping = with(rules().keep("note to self"));
        String said = "note to self: maybe try oat milk?";

        assertTrue(contents(with(rules()), said).isEmpty());
        Extraction found = bundled.with(List.of(keeping)).extract(turn(said));
        assertEquals(said, found.candidates().getFirst().content());
        assertTrue(found.candidates().getFirst().why().contains("always kept (own rule)"));
        assertTrue(found.rejected().isEmpty(), found.rejected()::toString);
    }

    @Test
    void whatIsKeptAnywayIsKeptOnce() {
        assertEquals(
                1,
                contents(with(rules().keep("note to self")), "note to self: our deadline is June 12")
                        .size());
    }

    @Test
    void aProjectsRuleComesBeforeTheUsers() {
        RuleSet user = new RuleSet(USER, rules().ignore("bluebird").made(), 1, Fixtures.NOON);
        RuleSet project = new RuleSet(PROJECT, rules().keep("bluebird deadline").made(), 1, Fixtures.NOON);
        String said = "the bluebird deadline is June 12";

        assertTrue(bundled.with(List.of(user)).extract(turn(said)).candidates().isEmpty());
        assertEquals(
                1,
                bundled.with(List.of(user, project))
                        .extract(turn(said))
                        .candidates()
                        .size());
    }

    @Test
    void anObjectionKeepsASentenceOutUnlessItIsOutweighed() {
        RuleSet never = with(rules().objection("of the lab", ObjectionRule.NEVER, "in the lab"));
        RuleSet light = with(rules().objection("of the lab", 2, "in the lab"));
        String said = "we decided on Postgres 16 in the lab";

        assertTrue(contents(never, said).isEmpty());
        assertEquals(1, contents(light, said).size());
    }

    @Test
    void importanceHasOwnBasesAndFactors() {
        String said = "we decided on Postgres 16 for the vault";
        double before = only(with(rules()), said).importance();
        double based = only(with(rules().importance(ImportanceRule.ofType(MemoryType.DECISION, 0.3))), said)
                .importance();
        Candidate raised = only(
                with(rules().importance(ImportanceRule.ofPhrases(0.2, "about the vault", List.of("vault")))), said);

        assertEquals(0.3, based, 0.001);
        assertEquals(before + 0.2, raised.importance(), 0.001);
        assertTrue(raised.why().contains("about the vault (own rule)"), raised::why);
    }

    @Test
    void ownNamesAreRecognizedByTheirAliases() {
        RuleSet named = with(rules().name(new NameRule("Kestrel", "service", List.of("the bird", "billing core"))));

        Candidate candidate = only(named, "we decided that billing core stays in eu-west-1");

        assertTrue(candidate.entities().contains("Kestrel"), candidate.entities()::toString);
    }

    @Test
    void aBundledRuleCanBeSwitchedOff() {
        String said = "I prefer short answers";
        assertEquals(MemoryType.PREFERENCE, only(with(rules()), said).type());
        BundledRule first = BundledRule.all().getFirst();

        RuleSet without = with(rules().disable(first.id()));

        String why = first.why();
        assertTrue(only(with(rules()), said).why().contains(why));
        assertTrue(bundled.with(List.of(without)).extract(turn(said)).candidates().stream()
                .noneMatch(candidate -> candidate.why().contains(why)));
    }

    private List<String> contents(RuleSet own, String said) {
        return bundled.with(List.of(own)).extract(turn(said)).candidates().stream()
                .map(Candidate::content)
                .toList();
    }

    private Candidate only(RuleSet own, String said) {
        List<Candidate> candidates =
                bundled.with(List.of(own)).extract(turn(said)).candidates();
        assertEquals(1, candidates.size(), candidates::toString);
        return candidates.getFirst();
    }

    private static RuleSet with(Rules rules) {
        return new RuleSet(USER, rules.made(), 1, Fixtures.NOON);
    }

    private static ExtractionInput turn(String said) {
        return new ExtractionInput(List.of(), List.of(turn(0, Fixtures.userSaying(said))));
    }

    private static Turn turn(int position, Utterance utterance) {
        return new Turn(
                Fixtures.ADA,
                new SessionId("s1"),
                Optional.empty(),
                new TurnId("t_" + position),
                utterance,
                Fixtures.NOON);
    }

    private static Rules rules() {
        return new Rules(OwnRules.NONE);
    }

    private record Rules(OwnRules made) {
        Rules cue(MemoryType type, String why, String phrase) {
            return with(
                    List.of(new CueRule(type, 4, why, List.of(phrase))), List.of(), List.of(), List.of(), List.of());
        }

        Rules objection(String reason, double outweighedBy, String phrase) {
            return with(
                    List.of(),
                    List.of(new ObjectionRule(reason, outweighedBy, List.of(phrase))),
                    List.of(),
                    List.of(),
                    List.of());
        }

        Rules importance(ImportanceRule rule) {
            return new Rules(new OwnRules(
                    List.of(), List.of(), List.of(), List.of(rule), List.of(), List.of(), List.of(), List.of()));
        }

        Rules ignore(String phrase) {
            return with(List.of(), List.of(), List.of(phrase), List.of(), List.of());
        }

        Rules keep(String phrase) {
            return with(List.of(), List.of(), List.of(), List.of(phrase), List.of());
        }

        Rules name(NameRule name) {
            return with(List.of(), List.of(), List.of(), List.of(), List.of(name));
        }

        Rules disable(String id) {
            return new Rules(new OwnRules(
                    List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(id)));
        }

        private static Rules with(
                List<CueRule> cues,
                List<ObjectionRule> objections,
                List<String> ignore,
                List<String> keep,
                List<NameRule> names) {
            return new Rules(new OwnRules(cues, List.of(), objections, List.of(), ignore, keep, names, List.of()));
        }
    }
}
