package dev.kept.application.extraction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kept.application.extraction.consolidation.Nearness;
import dev.kept.application.extraction.pipeline.ExtractionPipeline;
import dev.kept.application.redaction.Redactor;
import dev.kept.domain.error.Conflict;
import dev.kept.domain.extraction.ExtractionCommit;
import dev.kept.domain.extraction.ExtractionCounts;
import dev.kept.domain.extraction.ExtractionLedger;
import dev.kept.domain.extraction.Linguistics;
import dev.kept.domain.id.MemoryId;
import dev.kept.domain.id.ProjectId;
import dev.kept.domain.id.SessionId;
import dev.kept.domain.memory.Memory;
import dev.kept.domain.memory.MemoryQuery;
import dev.kept.domain.memory.MemoryStatus;
import dev.kept.domain.memory.MemoryStore;
import dev.kept.domain.page.PageRequest;
import dev.kept.domain.session.Role;
import dev.kept.domain.session.Session;
import dev.kept.domain.session.SessionRef;
import dev.kept.domain.session.Utterance;
import dev.kept.testkit.FakeDatabase;
import dev.kept.testkit.FakeExtractionLedger;
import dev.kept.testkit.FakeForgottenStatements;
import dev.kept.testkit.FakeMemoryStore;
import dev.kept.testkit.FakeParagraphLog;
import dev.kept.testkit.FakeProjectSettingsStore;
import dev.kept.testkit.FakeSessionStore;
import dev.kept.testkit.FakeTurnStore;
import dev.kept.testkit.Fixtures;
import dev.kept.testkit.MutableClock;
import dev.kept.testkit.Stores;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExtractSessionTest {
    private static final String POSTGRES = "we decided on Postgres 16 for orders";
    private static final String KAFKA = "order events go out through RabbitMQ, the exchange is called orders.events";

    private final MutableClock clock = MutableClock.atNoon();
    private final FakeDatabase database = new FakeDatabase(clock);
    private final FakeSessionStore sessions = new FakeSessionStore(database);
    private final FakeTurnStore turns = new FakeTurnStore(database);
    private final FakeMemoryStore memories = new FakeMemoryStore(database);
    private final List<ExtractionCommit> commits = new ArrayList<>();
    private final FakeForgottenStatements forgotten = new FakeForgottenStatements(database);
    private final FakeParagraphLog paragraphs = new FakeParagraphLog(clock);
    private final FakeProjectSettingsStore settings = new FakeProjectSettingsStore();
    private final ExtractionLedger ledger = new Recording(new FakeExtractionLedger(database));
    private final ExtractSession extract = session(ledger, new FakeLinguistics());

    @Test
    void keepsWhatIsStatedWithItsProvenance() {
        SessionRef session = start("s1");
        say(session, Fixtures.turn("c1", "we decided on Postgres 16 for orders"));

        extract.extract(session);

        Memory memory = only();
        assertEquals(List.of("c1"), memory.provenance().clientTurnIds());
        assertEquals(Optional.of(Fixtures.KEPT), memory.provenance().projectId());
        assertEquals(Optional.of(session.id()), memory.provenance().sessionId());
        assertEquals(
                new ExtractionCounts(1, 1, 0, 0, 0, 0, 0),
                commits.getFirst().run().counts());
    }

    @Test
    void extractingAgainFindsNothingMore() {
        SessionRef session = start("s1");
        say(session, Fixtures.userSaying("we decided on Postgres 16 for orders"));
        extract.extract(session);

        extract.extract(session);

        assertEquals(1, commits.size());
        assertEquals(1, active().size());
    }

    @Test
    void aRestatementRaisesConfidenceInsteadOfMakingATwin() {
        SessionRef first = start("s1");
        say(first, Fixtures.userSaying("we decided on Postgres 16 for orders"));
        extract.extract(first);
        double before = only().statement().confidence();
        SessionRef second = start("s2");
        say(second, Fixtures.userSaying("we decided on Postgres 16 for the orders"));

        extract.extract(second);

        assertTrue(only().statement().confidence() > before);
        assertEquals(2, only().provenance().sourceTurnIds().size());
        assertEquals(1, commits.getLast().run().counts().merged());
    }

    @Test
    void aChangeSupersedesWhatItChangesInTheSameCommit() {
        SessionRef first = start("s1");
        say(first, Fixtures.userSaying(KAFKA));
        extract.extract(first);
        MemoryId old = only().id();
        SessionRef second = start("s2");
        say(second, Fixtures.userSaying("as of last week order events go out through Kafka, topic orders.events"));

        extract.extract(second);

        Memory current = only();
        Memory outdated = memories.find(Fixtures.ADA, old).orElseThrow();
        assertEquals(Optional.of(old), current.validity().supersedes());
        assertEquals(MemoryStatus.SUPERSEDED, outdated.validity().status());
        assertEquals(Optional.of(current.id()), outdated.validity().supersededBy());
        assertEquals(
                Optional.of(current.validity().validFrom()), outdated.validity().validTo());
        assertEquals(2, commits.getLast().writes().size());
    }

    @Test
    void aMemoryThatIsMadeAndOutdatedInOneRunIsWrittenOnce() {
        SessionRef session = start("s1");
        say(session, Fixtures.userSaying(KAFKA));
        say(session, Fixtures.userSaying("actually order events go out through Kafka now, not RabbitMQ orders.events"));

        extract.extract(session);

        assertEquals(1, commits.size());
        assertEquals(2, commits.getFirst().writes().size());
        assertEquals(1, active().size());
    }

    @Test
    void anotherProjectIsNotTouched() {
        SessionRef first = start("s1");
        say(first, Fixtures.userSaying("we decided on Postgres 16 for orders"));
        extract.extract(first);
        Session other = Fixtures.aSessionIn(new ProjectId("other"), Fixtures.ADA, "s2");
        sessions.create(other);
        SessionRef second = new SessionRef(Fixtures.ADA, other.id());
        say(second, Fixtures.userSaying("we decided on Postgres 16 for orders"));

        extract.extract(second);

        assertEquals(2, active().size());
    }

    @Test
    void aLongSessionIsCommittedInRunsThatFitATransaction() {
        SessionRef session = start("s1");
        for (int i = 0; i < 120; i++) {
            say(session, Fixtures.userSaying("we decided on option%d for topic%d".formatted(i, i)));
        }

        extract.extract(session);

        assertTrue(commits.size() > 2);
        assertEquals(
                120, commits.stream().mapToInt(it -> it.run().counts().turns()).sum());
        assertEquals(
                120, commits.stream().mapToInt(it -> it.run().counts().kept()).sum());
    }

    @Test
    void turnByTurnOrAllAtOnceGivesTheSameMemories() {
        List<String> said = List.of(
                KAFKA,
                "the import job throws OutOfMemoryError on big files",
                "we decided on Postgres 16 for orders",
                "as of last week order events go out through Kafka, topic orders.events",
                "I prefer short answers",
                "we decided on Postgres 16 for the orders");
        List<String> oneByOne = contents(said, 1);

        assertEquals(oneByOne, contents(said, said.size()));
        assertEquals(3, oneByOne.size(), oneByOne::toString);
    }

    @Test
    void whoeverIsOvertakenReadsAgain() {
        SessionRef session = start("s1");
        say(session, Fixtures.userSaying("we decided on Postgres 16 for orders"));
        Overtaken overtaken = new Overtaken(ledger, 3);

        session(overtaken, new FakeLinguistics()).extract(session);

        assertEquals(1, active().size());
    }

    @Test
    void givesUpWhenItIsOvertakenAgainAndAgain() {
        SessionRef session = start("s1");
        say(session, Fixtures.userSaying("we decided on Postgres 16 for orders"));
        ExtractSession hopeless = session(new Overtaken(ledger, Integer.MAX_VALUE), new FakeLinguistics());

        assertThrows(Conflict.class, () -> hopeless.extract(session));
    }

    @Test
    void aTurnThatCannotBeReadIsPassedOverAloneAndCounted() {
        SessionRef session = start("s1");
        say(session, Fixtures.userSaying("we decided on Postgres 16 for orders"));
        say(session, Fixtures.userSaying("poison"));
        say(session, Fixtures.userSaying("I prefer short answers"));

        session(ledger, new Poisoned()).extract(session);

        assertEquals(2, active().size());
        assertEquals(
                new ExtractionCounts(2, 2, 0, 0, 0, 0, 0).plus(ExtractionCounts.ofPassedOver()),
                commits.getFirst().run().counts());
    }

    @Test
    void countsWhatItDoesNotKeepByReason() {
        SessionRef session = start("s1");
        say(session, Fixtures.userSaying("should we use Kafka for the order events?"));

        extract.extract(session);

        ExtractionCounts counts = commits.getFirst().run().counts();
        assertTrue(counts.rejected() > 0);
        assertEquals(
                counts.rejected(),
                counts.rejectedBy().values().stream()
                        .mapToInt(Integer::intValue)
                        .sum());
    }

    @Test
    void whatWasSaidWhileExtractionWasOffIsPassedBy() {
        SessionRef session = start("s1");
        say(session, Fixtures.userSaying("I prefer short answers"));
        clock.advance(Duration.ofSeconds(1));
        settings.save(settings.find(Fixtures.ADA, Fixtures.KEPT).withExtraction(false, clock.instant()));
        say(session, Fixtures.userSaying("we decided on Postgres 16 for orders"));
        clock.advance(Duration.ofSeconds(1));
        settings.save(settings.find(Fixtures.ADA, Fixtures.KEPT).withExtraction(true, clock.instant()));
        say(session, Fixtures.userSaying(KAFKA));

        extract.extract(session);

        assertEquals(2, active().size());
        assertTrue(active().stream()
                .noneMatch(memory -> memory.statement().content().contains("Postgres")));
        assertEquals(1, commits.getFirst().run().counts().skipped());
        assertEquals(3, commits.getFirst().run().counts().turns());
    }

    @Test
    void anotherOwnersSwitchHoldsForThemAlone() {
        settings.save(settings.find(Fixtures.GRACE, Fixtures.KEPT).withExtraction(false, clock.instant()));
        SessionRef session = start("s1");
        say(session, Fixtures.userSaying("we decided on Postgres 16 for orders"));

        extract.extract(session);

        assertEquals(1, active().size());
    }

    @Test
    void whatIsPastedIntoEverySessionIsExtractedFromTheFirstTwoOnly() {
        String rules = "Project rules: keep functions small and write tests first for everything that you touch. "
                + "We decided on Postgres 16 for orders.";
        for (String id : List.of("s1", "s2")) {
            say(start(id), Fixtures.userSaying(rules));
            extract.extract(new SessionRef(Fixtures.ADA, new SessionId(id)));
        }
        List<Memory> before = active();
        assertEquals(2, before.size());
        before.forEach(
                memory -> assertEquals(2, memory.provenance().sourceTurnIds().size()));
        SessionRef third = start("s3");
        say(third, Fixtures.userSaying(rules.toUpperCase(Locale.ROOT) + "\n\n" + KAFKA));

        extract.extract(third);

        assertTrue(active().containsAll(before));
        assertEquals(3, active().size());
        assertTrue(commits.getLast().run().counts().rejectedBy().getOrDefault("boilerplate", 0) > 0);
    }

    @Test
    void theSameSessionMayRepeatItselfAndARepeatedRunCountsNothingTwice() {
        String rules = "Project rules: keep functions small and write tests first for everything that you touch. "
                + "We decided on Postgres 16 for orders.";
        SessionRef session = start("s1");
        for (int i = 0; i < 4; i++) {
            say(session, Fixtures.userSaying(rules));
            session(new Overtaken(ledger, 2), new FakeLinguistics()).extract(session);
        }

        assertEquals(2, active().size());
        active().forEach(memory ->
                assertEquals(4, memory.provenance().sourceTurnIds().size()));
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"ASSISTANT", "TOOL", "SYSTEM"})
    void whatOthersRepeatRestatesNothing(Role role) {
        SessionRef first = start("s1");
        say(first, Fixtures.userSaying(POSTGRES));
        extract.extract(first);
        Memory before = only();
        SessionRef second = start("s2");
        say(second, saying(role, "As I remember: " + POSTGRES + "."));
        say(second, saying(role, POSTGRES));
        say(second, Fixtures.userSaying("ok, sounds good"));

        extract.extract(second);

        assertEquals(before, only());
    }

    @ParameterizedTest
    @ValueSource(strings = {"> %s", "From: Ada\nSubject: orders\n\n%s", "<page>\n%s\n</page>"})
    void whatIsQuotedRestatesNothing(String quotation) {
        SessionRef first = start("s1");
        say(first, Fixtures.userSaying(POSTGRES));
        extract.extract(first);
        Memory before = only();
        SessionRef second = start("s2");
        say(second, Fixtures.userSaying(quotation.formatted(POSTGRES)));

        extract.extract(second);

        assertEquals(before, only());
    }

    @Test
    void aContextThatIsPastedBackWithoutItsFenceRestatesNothing() {
        SessionRef first = start("s1");
        for (String said : List.of(POSTGRES, KAFKA, "I prefer short answers in the chat")) {
            say(first, Fixtures.userSaying(said));
        }
        extract.extract(first);
        List<Memory> before = active();
        assertEquals(3, before.size());
        SessionRef second = start("s2");
        String listed =
                before.stream().map(memory -> memory.statement().content()).collect(Collectors.joining(".\n"));
        say(second, Fixtures.userSaying(listed));

        extract.extract(second);

        assertEquals(before, active());
        ExtractionCounts counts = commits.getLast().run().counts();
        assertEquals(0, counts.merged());
        assertTrue(counts.rejectedBy().getOrDefault("recalled", 0) > 0, counts::toString);
    }

    @Test
    void aSessionThatIsGoneIsDone() {
        SessionRef session = start("s1");
        say(session, Fixtures.userSaying("we decided on Postgres 16 for orders"));
        sessions.delete(session.owner(), session.id());

        extract.extract(session);

        assertEquals(List.of(), commits);
    }

    private List<String> contents(List<String> said, int batch) {
        Stores fresh = Stores.fake(clock);
        Session session = Fixtures.aSessionIn(Fixtures.KEPT, Fixtures.ADA, "s1");
        fresh.sessions().create(session);
        ExtractSession use = new ExtractSession(
                Extracting.over(fresh, clock),
                new ExtractionPipeline(Redactor.standard(), new FakeLinguistics()),
                Nearness.unknown(),
                clock);
        for (int i = 0; i < said.size(); i += batch) {
            List<Utterance> next = said.subList(i, Math.min(said.size(), i + batch)).stream()
                    .map(Fixtures::userSaying)
                    .toList();
            fresh.turns().append(Fixtures.ADA, session.id(), next, clock.instant());
            use.extract(new SessionRef(Fixtures.ADA, session.id()));
        }
        return list(fresh.memories()).stream()
                .map(memory -> memory.statement().content())
                .sorted()
                .toList();
    }

    private ExtractSession session(ExtractionLedger with, Linguistics linguistics) {
        ExtractionPipeline pipeline = new ExtractionPipeline(Redactor.standard(), linguistics);
        ExtractionStores stores =
                new ExtractionStores(sessions, turns, memories, forgotten, settings, with, paragraphs);
        return new ExtractSession(stores, pipeline, Nearness.unknown(), clock);
    }

    private static Utterance saying(Role role, String content) {
        Utterance own = Fixtures.userSaying(content);
        return new Utterance(own.clientId(), role, own.speaker(), content, own.occurredAt(), true, own.metadata());
    }

    private SessionRef start(String id) {
        Session session = Fixtures.aSessionIn(Fixtures.KEPT, Fixtures.ADA, id);
        sessions.create(session);
        return new SessionRef(Fixtures.ADA, session.id());
    }

    private void say(SessionRef session, Utterance utterance) {
        turns.append(session.owner(), session.id(), List.of(utterance), clock.instant());
    }

    private Memory only() {
        List<Memory> all = active();
        assertEquals(1, all.size(), all::toString);
        return all.getFirst();
    }

    private List<Memory> active() {
        return list(memories);
    }

    private static List<Memory> list(MemoryStore memories) {
        return memories.list(Fixtures.ADA, MemoryQuery.ALL, PageRequest.first(100)).items().stream()
                .sorted(Comparator.comparing(Memory::id))
                .toList();
    }

    private final class Recording extends LedgerOver {
        Recording(ExtractionLedger inner) {
            super(inner);
        }

        @Override
        public Outcome commit(ExtractionCommit commit) {
            commits.add(commit);
            return super.commit(commit);
        }
    }

    private static final class Overtaken extends LedgerOver {
        private int times;

        Overtaken(ExtractionLedger inner, int times) {
            super(inner);
            this.times = times;
        }

        @Override
        public Outcome commit(ExtractionCommit commit) {
            return times-- > 0 ? Outcome.OVERTAKEN : super.commit(commit);
        }
    }

    private static final class Poisoned implements Linguistics {
        private final FakeLinguistics inner = new FakeLinguistics();

        @Override
        public List<String> sentences(String text) {
            if (text.contains("poison")) {
                throw new IllegalStateException("a bug of ours");
            }
            return inner.sentences(text);
        }

        @Override
        public List<Token> tokens(String sentence) {
            return inner.tokens(sentence);
        }
    }
}
