package dev.kept.testkit.contract;

import static dev.kept.testkit.Fixtures.ADA;
import static dev.kept.testkit.Fixtures.GRACE;
import static dev.kept.testkit.Fixtures.KEPT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.kept.domain.context.Compression;
import dev.kept.domain.context.Context;
import dev.kept.domain.context.ContextBudget;
import dev.kept.domain.context.ContextRequest;
import dev.kept.domain.error.Conflict;
import dev.kept.domain.id.ContextId;
import dev.kept.domain.id.Owner;
import dev.kept.domain.id.ProjectId;
import dev.kept.domain.id.SessionId;
import dev.kept.domain.page.PageRequest;
import dev.kept.domain.search.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What a {@link dev.kept.domain.context.ContextStore} promises.
public abstract class ContextStoreContract extends StoreContract {
    private static final ContextId C1 = new ContextId("c1");

    @Test
    void findsAVersionAsItWasHandedOut() {
        Context context = context(ADA, 1, "<text>\n\"quoted\" 漢字 🙂");
        stores().contexts().save(context);
        assertEquals(Optional.of(context), stores().contexts().find(ADA, C1, Optional.of(1)));
        assertEquals(Optional.of(context), stores().contexts().find(ADA, C1, Optional.empty()));
        assertEquals(Optional.empty(), stores().contexts().find(ADA, C1, Optional.of(2)));
        assertEquals(Optional.empty(), stores().contexts().find(GRACE, C1, Optional.empty()));
    }

    @Test
    void refusesAVersionThatIsThere() {
        stores().contexts().save(context(ADA, 1, "one"));
        assertThrows(Conflict.class, () -> stores().contexts().save(context(ADA, 1, "two")));
        stores().contexts().save(context(GRACE, 1, "of another"));
        assertEquals(
                "one",
                stores().contexts().find(ADA, C1, Optional.of(1)).orElseThrow().text());
    }

    @Test
    void listsVersionsNewestFirst() {
        for (int version = 1; version <= 12; version++) {
            stores().contexts().save(context(ADA, version, "text"));
        }
        assertEquals(
                12,
                stores().contexts()
                        .find(ADA, C1, Optional.empty())
                        .orElseThrow()
                        .version());
        assertEquals(
                List.of(12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1),
                all(5, page -> stores().contexts().versions(ADA, C1, page)).stream()
                        .map(Context::version)
                        .toList());
    }

    @Test
    void refusesACursorThatIsNotOfThisList() {
        for (Owner owner : List.of(ADA, GRACE)) {
            stores().contexts().save(context(owner, 1, "text"));
            stores().contexts().save(context(owner, 2, "text"));
        }
        assertRefusesForeignCursors(
                page -> stores().contexts().versions(ADA, C1, page),
                page -> stores().contexts().versions(GRACE, C1, page));
    }

    @Test
    void takesTheLargestContext() {
        Context context = context(ADA, 1, "漢字".repeat(150_000));
        stores().contexts().save(context);
        stores().contexts().saveWarm(ADA, Optional.empty(), context);
        assertEquals(Optional.of(context), stores().contexts().find(ADA, C1, Optional.of(1)));
        assertEquals(Optional.of(context), stores().contexts().findWarm(ADA, Optional.empty()));
        assertEquals(
                List.of(context),
                stores().contexts().versions(ADA, C1, PageRequest.first(5)).items());
    }

    @Test
    void forgetsAContextAfterNinetyDays() {
        stores().contexts().save(context(ADA, 1, "text"));
        stores().contexts().saveWarm(ADA, Optional.empty(), context(ADA, 1, "text"));
        clock.advance(Duration.ofDays(90).minusSeconds(1));
        assertEquals(
                1,
                stores().contexts()
                        .versions(ADA, C1, PageRequest.first(5))
                        .items()
                        .size());
        clock.advance(Duration.ofSeconds(1));
        assertEquals(Optional.empty(), stores().contexts().find(ADA, C1, Optional.of(1)));
        assertEquals(
                List.of(),
                stores().contexts().versions(ADA, C1, PageRequest.first(5)).items());
        assertEquals(Optional.empty(), stores().contexts().findWarm(ADA, Optional.empty()));
    }

    @Test
    void keepsOneWarmContextAProject() {
        stores().contexts().saveWarm(ADA, Optional.of(KEPT), context(ADA, 1, "old"));
        stores().contexts().saveWarm(ADA, Optional.of(KEPT), context(ADA, 1, "new"));
        stores().contexts().saveWarm(ADA, Optional.empty(), context(ADA, 1, "without project"));
        assertEquals("new", warm(Optional.of(KEPT)).orElseThrow().text());
        assertEquals("without project", warm(Optional.empty()).orElseThrow().text());
        assertEquals(Optional.empty(), stores().contexts().findWarm(GRACE, Optional.of(KEPT)));
    }

    @Test
    void aChangeOutdatesTheWarmContextsOfItsOwner() {
        stores().contexts().saveWarm(ADA, Optional.of(KEPT), context(ADA, 1, "old"));
        stores().contexts().saveWarm(GRACE, Optional.of(KEPT), context(GRACE, 1, "of another"));
        Context late = context(ADA, 1, "built before the change, saved after it");
        stores().contexts().dropWarm(ADA, clock.instant());
        stores().contexts().dropWarm(ADA, clock.instant().minusSeconds(60));
        assertEquals(Optional.empty(), warm(Optional.of(KEPT)));
        stores().contexts().saveWarm(ADA, Optional.of(KEPT), late);
        assertEquals(Optional.empty(), warm(Optional.of(KEPT)));
        assertEquals(
                "of another",
                stores().contexts()
                        .findWarm(GRACE, Optional.of(KEPT))
                        .orElseThrow()
                        .text());
        clock.advance(Duration.ofMillis(1));
        stores().contexts().saveWarm(ADA, Optional.of(KEPT), context(ADA, 1, "fresh"));
        assertEquals("fresh", warm(Optional.of(KEPT)).orElseThrow().text());
    }

    @Test
    void countsTheChangesOfAnOwnerWhateverTheClockSays() {
        assertEquals(0, stores().contexts().changes(ADA));
        assertEquals(1, stores().contexts().dropWarm(ADA, clock.instant()));
        assertEquals(2, stores().contexts().dropWarm(ADA, clock.instant()));
        assertEquals(3, stores().contexts().dropWarm(ADA, clock.instant().minusSeconds(60)));
        assertEquals(3, stores().contexts().changes(ADA));
        assertEquals(0, stores().contexts().changes(GRACE));
    }

    private Optional<Context> warm(Optional<ProjectId> project) {
        return stores().contexts().findWarm(ADA, project);
    }

    private Context context(Owner owner, int version, String text) {
        ContextRequest request = new ContextRequest(
                owner,
                Optional.of(new SessionId("s1")),
                Optional.of(KEPT),
                Optional.of("what now"),
                new ContextBudget(2000),
                Set.of(Kind.MEMORY));
        Context.Item whole = new Context.Item(
                Kind.MEMORY, "m1", 12, 0.75, List.of("t_1", "t_2"), List.of("m2"), Optional.empty(), "asked for");
        Compression extract = new Compression(Compression.Strategy.EXTRACT, 0.4);
        Context.Item shorter = new Context.Item(
                Kind.TURN, "t_3", 9, 0.5, List.of("t_3"), List.of(), Optional.of(extract), "asked for");
        return new Context(
                C1,
                version,
                request,
                text,
                42,
                List.of(new Context.Section("facts", 12, List.of(whole, shorter))),
                3,
                true,
                clock.instant());
    }
}
