package dev.kept.application.extraction;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kept.application.extraction.consolidation.Nearness;
import dev.kept.application.extraction.pipeline.ExtractionPipeline;
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

/// Somebody who tells statements in sessions, which are extracted at once, and the memories that come of it.
final class Telling {
    private final MutableClock clock;
    private final Stores stores;
    private final ExtractSession extract;

    Telling(MutableClock clock, Stores stores) {
        this.clock = clock;
        this.stores = stores;
        this.extract = new ExtractSession(
                Extracting.over(stores, clock),
                new ExtractionPipeline(Redactor.standard(), new FakeLinguistics()),
                Nearness.unknown(),
                clock);
    }

    /// In one session.
    void say(String session, List<Told> statements) {
        clock.advance(Duration.ofMinutes(1));
        Session begun = Fixtures.aSessionIn(Fixtures.KEPT, Fixtures.ADA, session);
        stores.sessions().create(begun);
        List<Utterance> said = statements.stream().map(Telling::utterance).toList();
        stores.turns().append(Fixtures.ADA, begun.id(), said, clock.instant());
        extract.extract(new SessionRef(Fixtures.ADA, begun.id()));
    }

    /// In any order, one to three a session.
    void sayShuffled(List<Told> statements, Random random) {
        List<Told> arriving = new ArrayList<>(statements);
        Collections.shuffle(arriving, random);
        for (int from = 0; from < arriving.size(); ) {
            int to = Math.min(arriving.size(), from + 1 + random.nextInt(3));
            say("s" + from, arriving.subList(from, to));
            from = to;
        }
    }

    private static Utterance utterance(Told statement) {
        return new Utterance(
                Optional.empty(), Role.USER, Optional.empty(), statement.text(), statement.at(), true, Map.of());
    }

    /// Sorted.
    List<String> texts(MemoryStatus status) {
        return all(status).stream()
                .map(memory -> memory.statement().content())
                .sorted()
                .toList();
    }

    List<Memory> all(MemoryStatus status) {
        return stores.memories()
                .list(Fixtures.ADA, MemoryQuery.of(status), PageRequest.first(PageRequest.LIMIT_MAX))
                .items();
    }

    /// What was outdated ended where something newer began.
    void assertHistory() {
        for (Memory memory : all(MemoryStatus.SUPERSEDED)) {
            Memory newer = stores.memories()
                    .find(Fixtures.ADA, memory.validity().supersededBy().orElseThrow())
                    .orElseThrow();
            Instant until = memory.validity().validTo().orElseThrow();
            assertFalse(until.isBefore(memory.validity().validFrom()), memory::toString);
            assertTrue(newer.validity().validFrom().isAfter(memory.validity().validFrom()), memory::toString);
        }
    }
}
