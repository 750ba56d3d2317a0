package dev.kept.application.extraction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kept.application.redaction.Redactor;
import dev.kept.domain.memory.Memory;
import dev.kept.domain.memory.MemoryQuery;
import dev.kept.domain.memory.MemoryStatus;
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
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// In whichever order statements arrive, the newest one holds and the older ones are its history.
class OrderOfWritesTest {
    private static final Instant BEGIN = Instant.parse("2026-03-02T09:00:00Z");
    private static final List<String> SUBJECTS = List.of(
            "the deadline of the billing report is %s %d",
            "the checkout service of the web shop talks to Redis on port 6%2$d3%2$d",
            "Marta's team in Lisbon has %2$d developers",
            "nightly backups of the ledger are kept for %2$d days");
    private static final List<String> MONTHS = List.of("April", "June", "July", "October");
    private static final int CHANGES = 4;

    private final MutableClock clock = MutableClock.atNoon();
    private final Stores stores = Stores.fake(clock);
    private final ExtractSession extract = new ExtractSession(
            Extracting.over(stores, clock),
            new ExtractionPipeline(Redactor.standard(), new FakeLinguistics()),
            Nearness.unknown(),
            clock);

    private record Statement(int subject, String text, Instant at) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void theNewestStatementHoldsInWhicheverOrder(long seed) {
        Random random = new Random(seed);
        List<Statement> statements = statements();
        List<Statement> arriving = new ArrayList<>(statements);
        Collections.shuffle(arriving, random);

        for (int from = 0; from < arriving.size(); ) {
            int to = Math.min(arriving.size(), from + 1 + random.nextInt(3));
            say("s" + from, arriving.subList(from, to));
            from = to;
        }

        assertEquals(newest(statements), texts(MemoryStatus.ACTIVE), () -> "seed " + seed);
        all(MemoryStatus.SUPERSEDED).forEach(this::isHistory);
    }

    private static List<Statement> statements() {
        List<Statement> statements = new ArrayList<>();
        for (int subject = 0; subject < SUBJECTS.size(); subject++) {
            for (int change = 0; change < CHANGES; change++) {
                String text = SUBJECTS.get(subject).formatted(MONTHS.get(change), change + 3);
                Instant at = BEGIN.plus(Duration.ofDays(10L * change + subject));
                statements.add(new Statement(subject, text, at));
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

    private void say(String name, List<Statement> statements) {
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

    private List<String> texts(MemoryStatus status) {
        return all(status).map(memory -> memory.statement().content()).sorted().toList();
    }

    private Stream<Memory> all(MemoryStatus status) {
        MemoryQuery query = MemoryQuery.of(status);
        return stores.memories().list(Fixtures.ADA, query, PageRequest.first(PageRequest.LIMIT_MAX)).items().stream();
    }

    private void isHistory(Memory memory) {
        Memory newer = stores.memories()
                .find(Fixtures.ADA, memory.validity().supersededBy().orElseThrow())
                .orElseThrow();
        Instant until = memory.validity().validTo().orElseThrow();
        assertFalse(until.isBefore(memory.validity().validFrom()), memory::toString);
        assertTrue(newer.validity().validFrom().isAfter(memory.validity().validFrom()), memory::toString);
    }
}
