package dev.kept.testkit.contract;

import static dev.kept.testkit.Fixtures.ADA;
import static dev.kept.testkit.Fixtures.GRACE;
import static dev.kept.testkit.Fixtures.KEPT;
import static dev.kept.testkit.Fixtures.NOON;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.kept.domain.error.Conflict;
import dev.kept.domain.id.ProjectId;
import dev.kept.domain.memory.MemoryType;
import dev.kept.domain.rules.CueRule;
import dev.kept.domain.rules.ImportanceRule;
import dev.kept.domain.rules.NameRule;
import dev.kept.domain.rules.ObjectionRule;
import dev.kept.domain.rules.OwnRules;
import dev.kept.domain.rules.RuleScope;
import dev.kept.domain.rules.RuleSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/// What a {@link dev.kept.domain.rules.RuleStore} promises.
public abstract class RuleStoreContract extends StoreContract {
    private static final RuleScope ADAS = RuleScope.of(ADA);
    private static final RuleScope ADAS_IN_KEPT = RuleScope.of(ADA, KEPT);

    @Test
    void rulesAreFoundAsTheyWereKept() {
        OwnRules rules = new OwnRules(
                List.of(new CueRule(MemoryType.PATTERN, 2.5, "our rite", List.of("ledger ... closes"))),
                List.of(new CueRule(MemoryType.ENTITY, 1, "asks who", List.of("who runs"))),
                List.of(
                        new ObjectionRule("never this", ObjectionRule.NEVER, List.of("standup")),
                        new ObjectionRule("rarely this", 3, List.of("weather", "“été” 船"))),
                List.of(
                        ImportanceRule.ofType(MemoryType.CODE, 0.9),
                        ImportanceRule.ofPhrases(-0.2, "small things", List.of("typo"))),
                List.of("project bluebird"),
                List.of("note to self"),
                List.of(new NameRule("Kestrel", "service", List.of("the bird"))),
                List.of("cues/preference/says-how-they-like-it"));

        RuleSet kept = stores().rules().save(new RuleSet(ADAS, rules, 0, NOON));

        assertEquals(new RuleSet(ADAS, rules, 1, NOON), kept);
        assertEquals(Optional.of(kept), stores().rules().find(ADAS));
        assertEquals(Optional.of(kept), stores().rules().find(ADAS, 1));
    }

    @Test
    void rulesNeverReachAnotherUser() {
        save(ADAS, 0, "standup");
        save(ADAS_IN_KEPT, 0, "bluebird");

        assertEquals(Optional.empty(), stores().rules().find(RuleScope.of(GRACE)));
        assertEquals(Optional.empty(), stores().rules().find(RuleScope.of(GRACE), 1));
        assertEquals(List.of(), stores().rules().versions(RuleScope.of(GRACE, KEPT)));
        assertEquals(List.of(), stores().rules().effective(GRACE, Optional.of(KEPT)));
    }

    @Test
    void rulesOfAProjectComeAfterThoseOfItsOwner() {
        RuleSet inProject = save(ADAS_IN_KEPT, 0, "bluebird");
        assertEquals(List.of(inProject), stores().rules().effective(ADA, Optional.of(KEPT)));
        RuleSet everywhere = save(ADAS, 0, "standup");

        assertEquals(List.of(everywhere, inProject), stores().rules().effective(ADA, Optional.of(KEPT)));
        assertEquals(List.of(everywhere), stores().rules().effective(ADA, Optional.empty()));
        assertEquals(List.of(everywhere), stores().rules().effective(ADA, Optional.of(new ProjectId("kep"))));
    }

    @Test
    void onlyTheCurrentVersionIsReplaced() {
        save(ADAS, 0, "one");
        assertThrows(Conflict.class, () -> save(ADAS, 0, "lost"));
        save(ADAS, 1, "two");
        assertThrows(Conflict.class, () -> save(ADAS, 1, "lost"));
        assertThrows(Conflict.class, () -> save(ADAS, 7, "lost"));

        assertEquals(
                List.of("two"),
                stores().rules().find(ADAS).orElseThrow().rules().ignore());
        assertThrows(Conflict.class, () -> save(ADAS_IN_KEPT, 4, "none was there"));
    }

    @Test
    void theLastVersionsCanBeSeen() {
        long last = RuleSet.VERSIONS_KEPT + 3L;
        LongStream.range(0, last).forEach(version -> save(ADAS, version, "phrase " + version));
        save(ADAS_IN_KEPT, 0, "bluebird");

        List<Long> versions =
                stores().rules().versions(ADAS).stream().map(RuleSet::version).toList();
        assertEquals(
                LongStream.range(0, RuleSet.VERSIONS_KEPT)
                        .map(back -> last - back)
                        .boxed()
                        .toList(),
                versions);
        assertEquals(
                List.of("phrase 4"),
                stores().rules().find(ADAS, 5).orElseThrow().rules().ignore());
        assertEquals(Optional.empty(), stores().rules().find(ADAS, 3));
        assertEquals(1, stores().rules().versions(ADAS_IN_KEPT).size());
    }

    private RuleSet save(RuleScope scope, long version, String ignored) {
        OwnRules rules = new OwnRules(
                List.of(), List.of(), List.of(), List.of(), List.of(ignored), List.of(), List.of(), List.of());
        return stores().rules().save(new RuleSet(scope, rules, version, NOON));
    }
}
