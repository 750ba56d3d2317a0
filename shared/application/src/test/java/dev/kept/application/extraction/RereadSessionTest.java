package dev.kept.application.extraction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kept.application.extraction.consolidation.Comparing;
import dev.kept.application.extraction.consolidation.Consolidation;
import dev.kept.application.extraction.consolidation.Nearness;
import dev.kept.application.extraction.consolidation.StatementSketches;
import dev.kept.application.extraction.consolidation.Unwanted;
import dev.kept.application.memory.ChangeMemory;
import dev.kept.application.memory.ForgetMemory;
import dev.kept.application.memory.MemoryDraft;
import dev.kept.application.memory.MergeMemories;
import dev.kept.application.memory.RateMemory;
import dev.kept.application.redaction.Redactor;
import dev.kept.domain.error.Conflict;
import dev.kept.domain.extraction.ExtractionCommit;
import dev.kept.domain.extraction.ExtractionCounts;
import dev.kept.domain.extraction.ExtractionLedger;
import dev.kept.domain.extraction.RereadingCommit;
import dev.kept.domain.id.MemoryId;
import dev.kept.domain.id.OperationId;
import dev.kept.domain.id.Owner;
import dev.kept.domain.memory.Memory;
import dev.kept.domain.memory.MemoryQuery;
import dev.kept.domain.memory.MemoryStatus;
import dev.kept.domain.memory.MemoryType;
import dev.kept.domain.operation.OperationReport;
import dev.kept.domain.operation.OperationStatus;
import dev.kept.domain.page.PageRequest;
import dev.kept.domain.session.Session;
import dev.kept.domain.session.SessionRef;
import dev.kept.domain.session.Turn;
import dev.kept.domain.session.Utterance;
import dev.kept.testkit.FakeParagraphLog;
import dev.kept.testkit.Fixtures;
import dev.kept.testkit.MutableClock;
import dev.kept.testkit.Stores;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RereadSessionTest {
    private static final String POSTGRES = "The orders service keeps its data in Postgres 16";
    private static final String BACKUP = "Backups of the orders data run every night at two";
    private static final String RABBIT = "Order events of the shop travel through the RabbitMQ exchange orders";
    private static final String KAFKA = "RabbitMQ is no longer in the shop, order events flow over Kafka since Monday";

    private final MutableClock clock = MutableClock.atNoon();
    private final Stores stores = Stores.fake(clock);
    private final FakeParagraphLog paragraphs = new FakeParagraphLog(clock);
    private final SessionRef session = start(Fixtures.ADA, "s1");

    @Test
    void whatIsFoundAsBeforeStaysAsItIs() {
        say(session, POSTGRES, BACKUP);
        extract(new Scripted());
        List<Memory> before = all();

        OperationReport report = reread(new Scripted());

        assertEquals(before, all());
        assertEquals(OperationStatus.SUCCEEDED, report.status());
        assertEquals(2, report.counts().unchanged());
        assertEquals(2, report.counts().turns());
        assertEquals(
                0,
                report.counts().kept()
                        + report.counts().reworded()
                        + report.counts().removed());
    }

    @Test
    void whatIsSaidInOtherWordsKeepsItsIdAndItsHistory() {
        say(session, POSTGRES);
        extract(new Scripted());
        MemoryId id = only().id();

        OperationReport report =
                reread(new Scripted().finds(POSTGRES, "Data of the orders service is kept in Postgres 16"));

        assertEquals(id, only().id());
        assertEquals(
                "Data of the orders service is kept in Postgres 16",
                only().statement().content());
        assertEquals(2, only().version());
        assertEquals(1, report.counts().reworded());
    }

    @Test
    void whatIsNotFoundAgainGoesAndWhatIsNewComes() {
        say(session, POSTGRES, BACKUP);
        extract(new Scripted());

        OperationReport report = reread(new Scripted()
                .finds(POSTGRES, POSTGRES, "Ada owns the checkout form")
                .finds(BACKUP));

        assertEquals(Set.of(POSTGRES, "Ada owns the checkout form"), contents());
        assertEquals(1, report.counts().removed());
        assertEquals(1, report.counts().kept());
    }

    @Test
    void readingAgainTwiceIsReadingAgainOnce() {
        say(session, POSTGRES, BACKUP, RABBIT, KAFKA);
        extract(new Scripted());
        Scripted other = new Scripted()
                .finds(POSTGRES, "Data of the orders service is kept in Postgres 16")
                .finds(BACKUP);
        reread(other);
        List<Memory> once = all();

        OperationReport again = reread(other);

        assertEquals(once, all());
        assertEquals(
                0,
                again.counts().reworded()
                        + again.counts().removed()
                        + again.counts().kept());
    }

    @Test
    void atNoMomentIsThereNothingToFind() {
        say(session, POSTGRES);
        extract(new Scripted());
        List<Integer> found = new ArrayList<>();
        ExtractionLedger watching = new LedgerOver(stores.ledger()) {
            @Override
            public Outcome commit(RereadingCommit commit) {
                Outcome outcome = super.commit(commit);
                found.add(active().size());
                return outcome;
            }
        };
        request();

        rereader(new Scripted().finds(POSTGRES, "Ada owns the checkout form"), watching)
                .reread(session);

        assertEquals(List.of(2, 1), found);
    }

    @Test
    void whatAPersonChangedStaysAndHasNoTwin() {
        String owner = "Grace answers for the checkout form";
        say(session, POSTGRES, BACKUP, RABBIT, owner);
        extract(new Scripted());
        edit(find(POSTGRES), draft(Optional.of("Orders live in Postgres 17"), Optional.empty(), Optional.empty()));
        edit(find(BACKUP), draft(Optional.empty(), Optional.of(MemoryType.PATTERN), Optional.empty()));
        edit(find(RABBIT), draft(Optional.empty(), Optional.empty(), Optional.of(true)));
        new RateMemory(stores.memories(), Redactor.standard(), clock)
                .rate(Fixtures.ADA, find(owner).id(), RateMemory.Signal.USEFUL, Optional.empty(), "ada");
        List<Memory> before = all();

        reread(new Scripted().typed(MemoryType.DECISION));
        assertEquals(before, all());
        reread(new Scripted()
                .finds(POSTGRES, "Data of the orders service is kept in Postgres 16")
                .finds(BACKUP)
                .finds(RABBIT)
                .finds(owner));
        assertEquals(before, all());
    }

    @Test
    void aTypeSetByHandHoldsThroughRestatementsToo() {
        say(session, POSTGRES);
        extract(new Scripted());
        edit(find(POSTGRES), draft(Optional.empty(), Optional.of(MemoryType.DECISION), Optional.empty()));
        SessionRef later = start(Fixtures.ADA, "s2");
        say(later, POSTGRES);

        extract(new Scripted(), later);

        assertEquals(MemoryType.DECISION, only().statement().type());
        assertEquals(2, only().provenance().sourceTurnIds().size());
    }

    @Test
    void whatIsWrongIsNotFoundAgain() {
        say(session, POSTGRES);
        extract(new Scripted());
        new RateMemory(stores.memories(), Redactor.standard(), clock)
                .rate(Fixtures.ADA, only().id(), RateMemory.Signal.WRONG, Optional.empty(), "ada");
        SessionRef late = start(Fixtures.ADA, "s2");
        sayAt(late, "the orders service keeps its data in postgres 16!", Duration.ofMinutes(-5));

        reread(new Scripted());
        extract(new Scripted(), late);

        assertEquals(List.of(), active());
        assertEquals(1, all().size());
    }

    @Test
    void whatWasForgottenStaysForgottenInOtherWords() {
        say(session, POSTGRES, BACKUP);
        extract(new Scripted());
        forget(POSTGRES);

        OperationReport report =
                reread(new Scripted().finds(POSTGRES, "data of the Orders service is kept in POSTGRES 16."));

        assertEquals(Set.of(BACKUP), contents());
        assertEquals(1, report.counts().forgotten());
    }

    @Test
    void whatIsLikeWhatWasForgottenStays() {
        String both = "staging and production";
        String staging = "The staging database runs on host alpha";
        String production = "The production database runs on host beta";
        Scripted extractor = new Scripted().finds(both, staging, production);
        say(session, both);
        extract(extractor);
        forget(staging);

        reread(extractor);

        assertEquals(Set.of(production), contents());
    }

    @Test
    void aRetractionThatIsReadAgainTakesBackNothingThatWasSaidSince() {
        Memory said = Fixtures.aFactIn(Fixtures.KEPT, Fixtures.ADA, "m1", POSTGRES);
        stores.memories().create(said, Fixtures.CREATED);
        clock.advance(Duration.ofHours(1));
        say(session, "forget that");
        Turn retraction = stores.turns()
                .after(Fixtures.ADA, session.id(), Optional.empty(), 1)
                .getFirst();
        Memory since = said.with(Memory.Validity.from(clock.instant().plusSeconds(1)), clock.instant());

        Consolidation consolidation = new Consolidation(new Comparing(Nearness.unknown()), Map.of(), clock.instant());
        consolidation.forget(since, retraction);
        assertEquals(List.of(), consolidation.writes());
        consolidation.changing(_ -> false).forget(said, retraction);
        assertEquals(List.of(), consolidation.writes());
        consolidation.changing(_ -> true).forget(said, retraction);

        stores.memories().commit(consolidation.writes());
        assertEquals(Set.of(), contents());
        assertEquals(1, consolidation.counts().forgotten());
        say(session, POSTGRES);
        clock.advance(Duration.ofSeconds(1));
        sayAt(session, POSTGRES + " again", Duration.ofHours(-3));
        extract(new Scripted().finds("forget that"));
        assertEquals(Set.of(POSTGRES), contents());
    }

    @Test
    void whatWasForgottenAfterAnEditStaysForgottenAsItWasSaid() {
        say(session, POSTGRES);
        extract(new Scripted());
        edit(find(POSTGRES), draft(Optional.of("Orders live in MySQL 8"), Optional.empty(), Optional.empty()));
        clock.advance(Duration.ofSeconds(1));
        forget("Orders live in MySQL 8");

        reread(new Scripted());

        assertEquals(Set.of(), contents());
    }

    @Test
    void whatWasForgottenIsNotLearnedFromTurnsThatArriveLate() {
        say(session, POSTGRES);
        extract(new Scripted());
        clock.advance(Duration.ofHours(1));
        forget(POSTGRES);
        clock.advance(Duration.ofHours(1));
        SessionRef imported = start(Fixtures.ADA, "s2");
        sayAt(imported, POSTGRES, Duration.ofHours(-3));

        extract(new Scripted(), imported);

        assertEquals(Set.of(), contents());
    }

    @Test
    void whoSaysItAnewHasItKeptAgain() {
        say(session, POSTGRES);
        extract(new Scripted());
        forget(POSTGRES);
        clock.advance(Duration.ofSeconds(1));
        SessionRef later = start(Fixtures.ADA, "s2");
        say(later, POSTGRES);

        extract(new Scripted(), later);
        reread(new Scripted());

        assertEquals(Set.of(POSTGRES), contents());
        assertEquals(Optional.of(later.id()), only().provenance().sessionId());
    }

    @Test
    void whatWasForgottenHoldsInItsProjectAndForItsOwnerAlone() {
        say(session, POSTGRES);
        extract(new Scripted());
        forget(POSTGRES);
        SessionRef of = start(Fixtures.GRACE, "s1");
        say(of, POSTGRES);
        extract(new Scripted(), of);
        Session elsewhere = Fixtures.aSession(Fixtures.ADA, "s3", Optional.empty(), clock.instant());
        stores.sessions().create(elsewhere);
        SessionRef other = new SessionRef(Fixtures.ADA, elsewhere.id());
        say(other, POSTGRES);

        extract(new Scripted(), other);

        assertEquals(1, active(Fixtures.GRACE).size());
        assertEquals(Set.of(POSTGRES), contents());
    }

    @Test
    void aDifferentNumberIsADifferentStatement() {
        String other = "The orders service keeps its data in Postgres 17";
        say(session, POSTGRES);
        extract(new Scripted());
        forget(POSTGRES);

        reread(new Scripted().finds(POSTGRES, other));

        assertEquals(Set.of(other), contents());
    }

    @Test
    void whatARemovedOneHadOutdatedHoldsAgain() {
        say(session, RABBIT);
        clock.advance(Duration.ofMinutes(1));
        say(session, KAFKA);
        extract(new Scripted());
        assertEquals(Set.of(KAFKA), contents());

        reread(new Scripted().finds(KAFKA));

        assertEquals(RABBIT, only().statement().content());
        assertEquals(0.6, only().statement().importance());
        assertEquals(Optional.empty(), only().validity().validTo());
        assertEquals(Optional.empty(), only().validity().supersededBy());
    }

    @Test
    void whatIsOutdatedStaysOutdatedByTheReworded() {
        String reworded = "Billing sends order events of the shop to nobody, the exchange no longer exists";
        say(session, RABBIT);
        clock.advance(Duration.ofMinutes(1));
        say(session, KAFKA);
        extract(new Scripted());

        reread(new Scripted().finds(KAFKA, reworded));

        assertEquals(Set.of(reworded), contents());
        Memory outdated =
                all().stream().filter(memory -> !memory.isActive()).findFirst().orElseThrow();
        assertEquals(Optional.of(only().id()), outdated.validity().supersededBy());
    }

    @Test
    void whatRestsOnOtherSessionsTooStays() {
        say(session, POSTGRES);
        extract(new Scripted());
        SessionRef later = start(Fixtures.ADA, "s2");
        say(later, POSTGRES);
        extract(new Scripted(), later);

        reread(new Scripted().finds(POSTGRES));

        assertEquals(Set.of(POSTGRES), contents());
    }

    @Test
    void whatWasMergedStaysMerged() {
        String also = "Orders data lives in a Postgres cluster";
        say(session, POSTGRES, also);
        extract(new Scripted());
        new MergeMemories(stores.memories(), Redactor.standard(), clock)
                .merge(
                        Fixtures.ADA,
                        new MergeMemories.Merge(
                                List.of(find(POSTGRES).id(), find(also).id()),
                                List.of(),
                                Optional.of("Orders: Postgres 16, clustered"),
                                Optional.empty(),
                                Optional.empty()),
                        "ada");
        List<Memory> before = all();

        reread(new Scripted());

        assertEquals(before, all());
    }

    @Test
    void aTurnThatIsNotToBeExtractedIsNotReadAgainEither() {
        stores.turns()
                .append(
                        Fixtures.ADA,
                        session.id(),
                        List.of(Fixtures.userSaying(POSTGRES).notToBeExtracted()),
                        clock.instant());
        extract(new Scripted());

        OperationReport report = reread(new Scripted());

        assertEquals(Set.of(), contents());
        assertEquals(1, report.counts().skipped());
    }

    @Test
    void readingAgainPicksUpWhatWasSaidWhileExtractionWasOff() {
        switchExtraction(false);
        say(session, POSTGRES);
        clock.advance(Duration.ofSeconds(1));
        switchExtraction(true);
        extract(new Scripted());
        assertEquals(Set.of(), contents());

        reread(new Scripted());

        assertEquals(Set.of(POSTGRES), contents());
    }

    @Test
    void nothingIsReadAgainWhileExtractionIsOff() {
        say(session, POSTGRES);
        extract(new Scripted());
        OperationId operation = request();
        switchExtraction(false);

        rereader(new Scripted(), stores.ledger()).reread(session);

        assertEquals(OperationStatus.FAILED, report(operation).status());
        assertEquals(Set.of(POSTGRES), contents());
        assertThrows(Conflict.class, this::request);
    }

    @Test
    void turnsThatCameSinceAreLeftToTheirFirstReading() {
        say(session, POSTGRES);
        extract(new Scripted());
        request();
        say(session, BACKUP);

        rereader(new Scripted(), stores.ledger()).reread(session);
        assertEquals(Set.of(POSTGRES), contents());
        extract(new Scripted());

        assertEquals(Set.of(POSTGRES, BACKUP), contents());
    }

    @Test
    void aLongSessionIsReadAgainInStepsThatFitATransaction() {
        Scripted before = new Scripted();
        Scripted after = new Scripted();
        for (int i = 0; i < 400; i++) {
            String said = "turn %d speaks of subject%d and matter%d".formatted(i, i, i * 7);
            say(session, said);
            after.finds(said, "quite another thing%d about person%d".formatted(i, i));
        }
        extract(before);

        OperationReport report = reread(after);

        assertEquals(400, report.counts().turns());
        assertEquals(400, report.counts().kept());
        assertEquals(400, report.counts().removed());
        assertEquals(400, active().size());
        assertTrue(contents().stream().allMatch(content -> content.startsWith("quite")));
    }

    @Test
    void goesOnWhereItDiedWhereverThatIs() {
        for (int deaths = 1; deaths < 12; deaths++) {
            RereadSessionTest fresh = new RereadSessionTest();
            fresh.dies(deaths);
        }
    }

    /// Dies after so many commits each time, and in every second case with the commit unanswered.
    private void dies(int after) {
        Scripted other = new Scripted();
        for (int i = 0; i < 120; i++) {
            String said = "turn %d speaks of subject%d and matter%d".formatted(i, i, i * 7);
            say(session, said);
            if (i % 3 == 0) {
                other.finds(said, "quite another thing%d about person%d".formatted(i, i));
            } else if (i % 3 == 1) {
                other.finds(said);
            }
        }
        extract(new Scripted());
        OperationId operation = request();
        while (report(operation).status() != OperationStatus.SUCCEEDED) {
            ExtractionLedger mortal = new Mortal(stores.ledger(), after);
            try {
                rereader(other, mortal).reread(session);
            } catch (IllegalStateException died) {
                assertEquals("died", died.getMessage());
            }
        }
        ExtractionCounts counts = report(operation).counts();
        assertEquals(
                List.of(120, 40, 40, 80), List.of(counts.turns(), counts.kept(), counts.unchanged(), counts.removed()));
        assertEquals(80, active().size());
    }

    @Test
    void whoeverIsOvertakenReadsAgain() {
        say(session, POSTGRES, BACKUP);
        extract(new Scripted());
        OperationId operation = request();
        List<MemoryId> pinned = new ArrayList<>();
        ExtractionLedger raced = new LedgerOver(stores.ledger()) {
            @Override
            public Outcome commit(RereadingCommit commit) {
                if (pinned.isEmpty()) {
                    pinned.add(find(BACKUP).id());
                    edit(find(BACKUP), draft(Optional.empty(), Optional.empty(), Optional.of(true)));
                }
                return super.commit(commit);
            }
        };

        rereader(new Scripted().finds(BACKUP), raced).reread(session);

        assertEquals(OperationStatus.SUCCEEDED, report(operation).status());
        assertEquals(Set.of(POSTGRES, BACKUP), contents());
    }

    @Test
    void anotherOwnersSessionOfTheSameNameIsNotTouched() {
        SessionRef of = start(Fixtures.GRACE, "s1");
        say(of, POSTGRES);
        extract(new Scripted(), of);
        say(session, POSTGRES);
        extract(new Scripted());

        reread(new Scripted().finds(POSTGRES));

        assertEquals(Set.of(), contents());
        assertEquals(1, active(Fixtures.GRACE).size());
    }

    @Test
    void askingTwiceIsOneOperation() {
        say(session, POSTGRES);
        OperationId first = request();
        assertEquals(first, request());
        extract(new Scripted());
        rereader(new Scripted(), stores.ledger()).reread(session);
        assertNotEquals(first, request());
    }

    @Test
    void aSketchHoldsNoWordsAndKnowsSmallChanges() {
        assertFalse(StatementSketches.of(Fixtures.ADA, POSTGRES).minima().contains("Postgres"));
        assertTrue(likeness(POSTGRES, "the orders-service keeps its DATA in “Postgres 16”.") > 0.95);
        assertTrue(likeness(POSTGRES, "The orders service keeps all its data in Postgres 16 now") >= Unwanted.SAME);
        assertTrue(likeness(POSTGRES, BACKUP) < Unwanted.SAME_OF_ONE_TURN);
        assertEquals(0, likeness(POSTGRES, "The orders service keeps its data in Postgres 17"));
        assertEquals(0, likeness(POSTGRES, "The orders service does not keep its data in Postgres 16"));
        assertNotEquals(StatementSketches.of(Fixtures.ADA, POSTGRES), StatementSketches.of(Fixtures.GRACE, POSTGRES));
    }

    private static double likeness(String one, String other) {
        return StatementSketches.of(Fixtures.ADA, one).likeness(StatementSketches.of(Fixtures.ADA, other));
    }

    // -------------------------------------------------------------------------------------------------- the story's
    // words

    private SessionRef start(Owner owner, String id) {
        Session created = Fixtures.aSessionIn(Fixtures.KEPT, owner, id);
        stores.sessions().create(created);
        return new SessionRef(owner, created.id());
    }

    private void say(SessionRef where, String... said) {
        for (String content : said) {
            sayAt(where, content, Duration.ZERO);
        }
    }

    private void sayAt(SessionRef where, String content, Duration when) {
        Utterance utterance = Fixtures.userSaying(content);
        Utterance then = new Utterance(
                utterance.clientId(),
                utterance.role(),
                utterance.speaker(),
                content,
                clock.instant().plus(when),
                true,
                Map.of());
        stores.turns().append(where.owner(), where.id(), List.of(then), clock.instant());
    }

    private void extract(Scripted extractor) {
        extract(extractor, session);
    }

    private void extract(Scripted extractor, SessionRef where) {
        new ExtractSession(stores(stores.ledger()), extractor, Nearness.unknown(), clock).extract(where);
    }

    private OperationReport reread(Scripted extractor) {
        OperationId operation = request();
        rereader(extractor, stores.ledger()).reread(session);
        return report(operation);
    }

    private OperationId request() {
        return new RequestRereading(stores.sessions(), stores.projectSettings(), stores.ledger(), clock)
                .request(session.owner(), session.id());
    }

    private RereadSession rereader(Scripted extractor, ExtractionLedger ledger) {
        return new RereadSession(stores(ledger), extractor, Nearness.unknown(), clock);
    }

    private ExtractionStores stores(ExtractionLedger ledger) {
        return Extracting.over(stores, ledger, paragraphs);
    }

    private OperationReport report(OperationId operation) {
        return stores.operations().find(Fixtures.ADA, operation).orElseThrow();
    }

    private void forget(String content) {
        new ForgetMemory(stores.memories(), clock)
                .forget(Fixtures.ADA, find(content).id(), Optional.empty(), "ada");
    }

    private void edit(Memory memory, MemoryDraft draft) {
        new ChangeMemory(stores.memories(), Redactor.standard(), clock)
                .change(Fixtures.ADA, memory.id(), Optional.empty(), draft, "ada");
    }

    private static MemoryDraft draft(Optional<String> content, Optional<MemoryType> type, Optional<Boolean> pinned) {
        return new MemoryDraft(
                content,
                type,
                Optional.empty(),
                Optional.of(new TreeSet<>(Set.of("by hand"))),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                pinned,
                Optional.empty());
    }

    private void switchExtraction(boolean on) {
        stores.projectSettings()
                .save(stores.projectSettings().find(Fixtures.ADA, Fixtures.KEPT).withExtraction(on, clock.instant()));
    }

    private Memory find(String content) {
        return active().stream()
                .filter(memory -> memory.statement().content().equals(content))
                .findFirst()
                .orElseThrow();
    }

    private Memory only() {
        assertEquals(1, active().size(), () -> contents().toString());
        return active().getFirst();
    }

    private Set<String> contents() {
        return active().stream().map(memory -> memory.statement().content()).collect(Collectors.toSet());
    }

    private List<Memory> active() {
        return active(Fixtures.ADA);
    }

    private List<Memory> active(Owner owner) {
        return list(owner, MemoryStatus.ACTIVE);
    }

    private List<Memory> all() {
        List<Memory> all = new ArrayList<>();
        for (MemoryStatus status : MemoryStatus.values()) {
            all.addAll(list(Fixtures.ADA, status));
        }
        return all;
    }

    private List<Memory> list(Owner owner, MemoryStatus status) {
        MemoryQuery query = MemoryQuery.of(status);
        List<Memory> found = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        do {
            var page = stores.memories().list(owner, query, new PageRequest(100, cursor));
            found.addAll(page.items());
            cursor = page.next();
        } while (cursor.isPresent());
        return found;
    }

    /// Dies with the process after so many commits; the last one is done, but nobody hears of it.
    private static final class Mortal extends LedgerOver {
        private int left;

        Mortal(ExtractionLedger inner, int after) {
            super(inner);
            this.left = after;
        }

        @Override
        public Outcome commit(ExtractionCommit commit) {
            throw new IllegalStateException("not asked for");
        }

        @Override
        public Outcome commit(RereadingCommit commit) {
            if (left % 2 == 0 && left <= 1) {
                throw new IllegalStateException("died");
            }
            Outcome outcome = super.commit(commit);
            left--;
            if (left <= 0) {
                throw new IllegalStateException("died");
            }
            return outcome;
        }
    }
}
