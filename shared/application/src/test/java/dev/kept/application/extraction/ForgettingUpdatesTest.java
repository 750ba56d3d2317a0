package dev.kept.application.extraction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kept.application.memory.ForgetMemory;
import dev.kept.application.memory.RateMemory;
import dev.kept.application.redaction.Redactor;
import dev.kept.domain.memory.Memory;
import dev.kept.domain.memory.MemoryQuery;
import dev.kept.domain.memory.MemoryStatus;
import dev.kept.domain.memory.MemoryVersion;
import dev.kept.domain.page.PageRequest;
import dev.kept.domain.session.Role;
import dev.kept.domain.session.Session;
import dev.kept.domain.session.SessionRef;
import dev.kept.domain.session.Utterance;
import dev.kept.testkit.Fixtures;
import dev.kept.testkit.MutableClock;
import dev.kept.testkit.Stores;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What an update had outdated holds again when the update is forgotten, wrong, or taken back.
class ForgettingUpdatesTest {
    private static final Instant BEGIN = Instant.parse("2026-03-02T09:00:00Z");
    private static final List<String> SUBJECTS = List.of(
            "the deadline of the billing report is %s %d",
            "the checkout service of the web shop talks to Redis on port 6%2$d3%2$d",
            "Marta's team in Lisbon has %2$d developers",
            "nightly backups of the ledger are kept for %2$d days");
    private static final List<String> MONTHS = List.of("April", "June", "July", "October");
    private static final String BEFORE = "the deadline of the billing report is April 3";
    private static final String AFTER = "the deadline of the billing report is June 4";

    private final MutableClock clock = MutableClock.atNoon();
    private final Stores stores = Stores.fake(clock);
    private final ExtractSession extract = new ExtractSession(
            Extracting.over(stores, clock),
            new ExtractionPipeline(Redactor.standard(), new FakeLinguistics()),
            Nearness.unknown(),
            clock);
    private final ForgetMemory forget = new ForgetMemory(stores.memories(), clock);
    private final RateMemory rate = new RateMemory(stores.memories(), Redactor.standard(), clock);

    private record Statement(int subject, String text, Instant at) {}

    @Test
    void whatItOutdatedHoldsAgainAsItDidBefore() {
        say("s1", List.of(new Statement(0, BEFORE, BEGIN)));
        Memory first = only(MemoryStatus.ACTIVE);
        say("s2", List.of(new Statement(0, AFTER, BEGIN.plus(Duration.ofDays(9)))));

        forget(only(MemoryStatus.ACTIVE));

        Memory again = only(MemoryStatus.ACTIVE);
        assertEquals(first.id(), again.id());
        assertEquals(first.statement(), again.statement());
        assertEquals(first.validity(), again.validity());
        MemoryVersion version = stores.memories()
                .history(Fixtures.ADA, again.id(), PageRequest.first(1))
                .items()
                .getFirst();
        assertEquals(
                "ada: what took its place was forgotten",
                version.change().by() + ": " + version.change().why());
    }

    @Test
    void whatIsWrongOutdatesNothing() {
        say("s1", List.of(new Statement(0, BEFORE, BEGIN)));
        say("s2", List.of(new Statement(0, AFTER, BEGIN.plus(Duration.ofDays(9)))));

        rate(only(MemoryStatus.ACTIVE), RateMemory.Signal.WRONG);

        assertEquals(List.of(BEFORE), texts(MemoryStatus.ACTIVE));
        assertEquals(List.of(AFTER), texts(MemoryStatus.QUARANTINED));
    }

    @Test
    void whatIsTakenBackInTheConversationOutdatesNothing() {
        say("s1", List.of(new Statement(0, BEFORE, BEGIN)));
        Instant later = BEGIN.plus(Duration.ofDays(9));
        say("s2", List.of(new Statement(0, AFTER, later), new Statement(0, "no wait, forget that", later)));
        assertEquals(List.of(BEFORE), texts(MemoryStatus.ACTIVE));

        say("s3", List.of(new Statement(0, AFTER, later.plus(Duration.ofDays(1)))));
        say(
                "s4",
                List.of(new Statement(
                        0, "forget what I said about the billing report deadline", later.plus(Duration.ofDays(2)))));
        assertEquals(List.of(BEFORE), texts(MemoryStatus.ACTIVE));
    }

    @Test
    void whatIsOverForGoodStaysOver() {
        say("s1", List.of(new Statement(0, BEFORE, BEGIN)));
        say("s2", List.of(new Statement(0, AFTER, BEGIN.plus(Duration.ofDays(9)))));
        rate(only(MemoryStatus.SUPERSEDED), RateMemory.Signal.OUTDATED);

        forget(only(MemoryStatus.ACTIVE));

        assertEquals(List.of(), texts(MemoryStatus.ACTIVE));
    }

    @Test
    void whatIsWrongItselfStaysAside() {
        say("s1", List.of(new Statement(0, BEFORE, BEGIN)));
        say("s2", List.of(new Statement(0, AFTER, BEGIN.plus(Duration.ofDays(9)))));
        rate(only(MemoryStatus.SUPERSEDED), RateMemory.Signal.WRONG);

        forget(only(MemoryStatus.ACTIVE));

        assertEquals(List.of(), texts(MemoryStatus.ACTIVE));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void theNewestThatIsNotForgottenHoldsInWhicheverOrder(long seed) {
        Random random = new Random(seed);
        List<Statement> left = statements();
        List<Statement> arriving = new ArrayList<>(left);
        Collections.shuffle(arriving, random);
        for (int from = 0; from < arriving.size(); ) {
            int to = Math.min(arriving.size(), from + 1 + random.nextInt(3));
            say("s" + from, arriving.subList(from, to));
            from = to;
        }

        Collections.shuffle(arriving, random);
        for (Statement statement : arriving) {
            left.remove(statement);
            Memory memory = find(statement.text());
            if (random.nextBoolean()) {
                forget(memory);
            } else {
                rate(memory, RateMemory.Signal.WRONG);
            }
            assertEquals(newest(left), texts(MemoryStatus.ACTIVE), () -> "seed " + seed + " without " + statement);
            all(MemoryStatus.SUPERSEDED).forEach(this::isHistory);
        }
    }

    private static List<Statement> statements() {
        List<Statement> statements = new ArrayList<>();
        for (int subject = 0; subject < SUBJECTS.size(); subject++) {
            for (int change = 0; change < MONTHS.size(); change++) {
                String text = SUBJECTS.get(subject).formatted(MONTHS.get(change), change + 3);
                statements.add(new Statement(subject, text, BEGIN.plus(Duration.ofDays(10L * change + subject))));
            }
        }
        return statements;
    }

    private static List<String> newest(List<Statement> statements) {
        return statements.stream()
                .filter(statement -> statements.stream()
                        .noneMatch(other -> other.subject() == statement.subject()
                                && other.at().isAfter(statement.at())))
                .map(Statement::text)
                .sorted()
                .toList();
    }

    private void isHistory(Memory memory) {
        Memory newer = stores.memories()
                .find(Fixtures.ADA, memory.validity().supersededBy().orElseThrow())
                .orElseThrow();
        Instant until = memory.validity().validTo().orElseThrow();
        assertFalse(until.isBefore(memory.validity().validFrom()), memory::toString);
        assertTrue(newer.validity().validFrom().isAfter(memory.validity().validFrom()), memory::toString);
    }

    private void say(String name, List<Statement> statements) {
        clock.advance(Duration.ofMinutes(1));
        Session session = Fixtures.aSessionIn(Fixtures.KEPT, Fixtures.ADA, name);
        stores.sessions().create(session);
        List<Utterance> said = statements.stream()
                .map(statement -> new Utterance(
                        Optional.empty(),
                        Role.USER,
                        Optional.empty(),
                        statement.text(),
                        statement.at(),
                        true,
                        Map.of()))
                .toList();
        stores.turns().append(Fixtures.ADA, session.id(), said, clock.instant());
        extract.extract(new SessionRef(Fixtures.ADA, session.id()));
    }

    private void forget(Memory memory) {
        forget.forget(Fixtures.ADA, memory.id(), Optional.empty(), "ada");
    }

    private void rate(Memory memory, RateMemory.Signal signal) {
        rate.rate(Fixtures.ADA, memory.id(), signal, Optional.empty(), "ada");
    }

    private Memory find(String text) {
        return List.of(MemoryStatus.ACTIVE, MemoryStatus.SUPERSEDED).stream()
                .flatMap(status -> all(status).stream())
                .filter(memory -> memory.statement().content().equals(text))
                .findFirst()
                .orElseThrow();
    }

    private Memory only(MemoryStatus status) {
        assertEquals(1, all(status).size(), () -> texts(status).toString());
        return all(status).getFirst();
    }

    private List<String> texts(MemoryStatus status) {
        return all(status).stream()
                .map(memory -> memory.statement().content())
                .sorted()
                .toList();
    }

    private List<Memory> all(MemoryStatus status) {
        return stores.memories()
                .list(Fixtures.ADA, MemoryQuery.of(status), PageRequest.first(PageRequest.LIMIT_MAX))
                .items();
    }
}
