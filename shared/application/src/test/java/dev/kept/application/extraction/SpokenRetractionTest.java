package dev.kept.application.extraction;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.kept.application.extraction.consolidation.Nearness;
import dev.kept.application.extraction.pipeline.ExtractionPipeline;
import dev.kept.application.redaction.Redactor;
import dev.kept.domain.extraction.ExtractionLedger;
import dev.kept.domain.id.Owner;
import dev.kept.domain.id.ProjectId;
import dev.kept.domain.memory.Change;
import dev.kept.domain.memory.ForgottenStatements;
import dev.kept.domain.memory.Memory;
import dev.kept.domain.memory.MemoryQuery;
import dev.kept.domain.memory.MemoryStatus;
import dev.kept.domain.memory.MemoryStore;
import dev.kept.domain.page.PageRequest;
import dev.kept.domain.session.Session;
import dev.kept.domain.session.SessionRef;
import dev.kept.domain.session.SessionStore;
import dev.kept.domain.session.TurnStore;
import dev.kept.testkit.Fixtures;
import dev.kept.testkit.MutableClock;
import dev.kept.testkit.Stores;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SpokenRetractionTest {
    private static final String DEADLINE = "our deadline is June 12";
    private static final String POSTGRES = "we decided on Postgres 16 for orders";

    private final MutableClock clock = MutableClock.atNoon();
    private final Stores all = Stores.fake(clock);
    private final SessionStore sessions = all.sessions();
    private final TurnStore turns = all.turns();
    private final MemoryStore memories = all.memories();
    private final ForgottenStatements forgotten = all.forgotten();
    private final ExtractionLedger ledger = all.ledger();
    private final ExtractionStores stores = Extracting.over(all, clock);
    private final ExtractionPipeline pipeline = new ExtractionPipeline(Redactor.standard(), new FakeLinguistics());
    private final ExtractSession extract = new ExtractSession(stores, pipeline, Nearness.unknown(), clock);

    @Test
    void whatIsTakenBackGoesAndLeavesATombstone() {
        SessionRef session = start("s1");
        hear(session, DEADLINE);
        hear(session, "no wait, forget that");

        assertEquals(List.of(), contents());
        assertEquals(1, forgotten.in(Fixtures.ADA, Optional.of(Fixtures.KEPT)).size());
    }

    @Test
    void inOneRunItIsNotMadeAtAll() {
        SessionRef session = start("s1");
        say(session, DEADLINE);
        say(session, "scratch that");
        extract.extract(session);

        assertEquals(List.of(), contents());
    }

    @Test
    void onlyWhatIsMeantGoes() {
        SessionRef session = start("s1");
        hear(session, POSTGRES);
        hear(session, DEADLINE);
        hear(start("s2"), "forget what I said about the deadline");

        assertEquals(List.of(POSTGRES), contents());
    }

    @Test
    void whenNothingIsMeantNothingHappens() {
        SessionRef session = start("s1");
        hear(session, DEADLINE);
        hear(session, "thanks!");
        hear(session, "please delete what you know about my address");

        assertEquals(List.of(DEADLINE), contents());
    }

    @Test
    void twoThatAreAlikeAreNotToldApart() {
        SessionRef session = start("s1");
        hear(session, "we decided on Postgres 16 for orders");
        hear(session, "every migration of Postgres must have a rollback");
        hear(session, "forget the Postgres thing");

        assertEquals(2, contents().size());
    }

    @Test
    void whatAPersonPinnedStays() {
        SessionRef session = start("s1");
        hear(session, DEADLINE);
        Memory memory = active(Fixtures.ADA).getFirst();
        memories.update(pinned(memory), new Change("ada", "pinned"));
        hear(session, "forget what I said about the deadline");

        assertEquals(List.of(DEADLINE), contents());
    }

    @Test
    void anotherOwnersMemoryStays() {
        SessionRef session = start("s1");
        hear(session, DEADLINE);
        hear(start(Fixtures.GRACE, Fixtures.KEPT, "s2"), "forget what I said about the deadline");

        assertEquals(List.of(DEADLINE), contents());
    }

    @Test
    void anotherProjectsMemoryStays() {
        SessionRef session = start("s1");
        hear(session, DEADLINE);
        hear(start(Fixtures.ADA, new ProjectId("other"), "s2"), "forget what I said about the deadline");

        assertEquals(List.of(DEADLINE), contents());
    }

    @Test
    void whatIsSaidInsteadTakesItsPlaceInTheSameSitting() {
        SessionRef session = start("s1");
        hear(session, DEADLINE);
        hear(session, "actually it's July 3");

        assertEquals(List.of("our deadline is July 3"), contents());
        Memory now = active(Fixtures.ADA).getFirst();
        Memory before = memories.find(Fixtures.ADA, now.validity().supersedes().orElseThrow())
                .orElseThrow();
        assertEquals(DEADLINE, before.statement().content());
        assertEquals(MemoryStatus.SUPERSEDED, before.validity().status());
        assertEquals(List.of(), forgotten.in(Fixtures.ADA, Optional.of(Fixtures.KEPT)));
    }

    @Test
    void saidAgainLaterItIsKept() {
        SessionRef session = start("s1");
        hear(session, DEADLINE);
        hear(session, "forget that");
        hear(session, DEADLINE);

        assertEquals(List.of(DEADLINE), contents());
    }

    @Test
    void readAgainItStaysForgottenAndNothingElseGoes() {
        SessionRef session = start("s1");
        hear(session, POSTGRES + ". I prefer short answers.");
        hear(session, "forget the Postgres thing");
        hear(session, DEADLINE);
        hear(session, "actually it's July 3");
        List<String> before = contents();
        reread(session);

        assertEquals(before, contents());
        assertEquals(2, before.size());
        assertEquals(1, forgotten.in(Fixtures.ADA, Optional.of(Fixtures.KEPT)).size());
    }

    private void reread(SessionRef session) {
        new RequestRereading(sessions, all.projectSettings(), ledger, clock).request(session.owner(), session.id());
        new RereadSession(stores, pipeline, Nearness.unknown(), clock).reread(session);
    }

    private Memory pinned(Memory memory) {
        Memory.Statement old = memory.statement();
        Memory.Statement statement = new Memory.Statement(
                old.type(),
                old.content(),
                old.summary(),
                old.importance(),
                old.confidence(),
                old.entities(),
                old.tags(),
                true,
                old.overrides(),
                old.metadata());
        return memory.with(statement, clock.instant());
    }

    private void hear(SessionRef session, String text) {
        say(session, text);
        extract.extract(session);
    }

    private void say(SessionRef session, String text) {
        clock.advance(Duration.ofMinutes(1));
        turns.append(session.owner(), session.id(), List.of(Fixtures.userSaying(text)), clock.instant());
    }

    private SessionRef start(String id) {
        return start(Fixtures.ADA, Fixtures.KEPT, id);
    }

    private SessionRef start(Owner owner, ProjectId project, String id) {
        Session session = Fixtures.aSessionIn(project, owner, id);
        sessions.create(session);
        return new SessionRef(owner, session.id());
    }

    private List<String> contents() {
        return active(Fixtures.ADA).stream()
                .map(memory -> memory.statement().content())
                .toList();
    }

    private List<Memory> active(Owner owner) {
        return memories.list(owner, MemoryQuery.ALL, PageRequest.first(100)).items().stream()
                .filter(Memory::isActive)
                .toList();
    }
}
