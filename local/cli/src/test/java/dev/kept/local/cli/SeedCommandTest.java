package dev.kept.local.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SeedCommandTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-22T10:00:00Z"));

    private final Printed printed = new Printed();
    private FakeKept kept;

    @BeforeEach
    void start() throws IOException {
        kept = new FakeKept();
    }

    @AfterEach
    void stop() {
        kept.close();
    }

    @Test
    void addsThirtySessionsInFiveProjects() {
        seed();

        assertEquals(30, kept.sessionIds().size());
        assertTrue(printed.text().contains("harbour-api ......"));
        assertTrue(printed.text().contains("30 sessions added, 0 were there already; 30 memories kept."));
    }

    @Test
    void seedingAgainAddsNothing() {
        seed();
        seed();

        assertEquals(30, kept.sessionIds().size());
        assertEquals(30, kept.count("POST /v1/sessions"));
        assertTrue(printed.text().contains("0 sessions added, 30 were there already"));
    }

    @Test
    void everyPlaceholderHasAWordInEveryProject() {
        SeedPlan.bundled().conversations(LocalDate.of(2026, 11, 22)).stream()
                .flatMap(conversation -> conversation.sessions().stream())
                .flatMap(session -> session.turns().stream())
                .forEach(turn -> assertFalse(turn.content().matches(".*(?<!\\$)\\{[A-Za-z]+}.*"), turn.content()));
    }

    @Test
    void theDataEndYesterday() {
        Instant newest = SeedPlan.bundled().conversations(LocalDate.of(2026, 11, 22)).stream()
                .flatMap(conversation -> conversation.sessions().stream())
                .map(session -> Instant.parse(session.startedAt()))
                .max(Instant::compareTo)
                .orElseThrow();

        assertEquals(Instant.parse("2026-11-21T08:00:00Z"), newest);
    }

    private void seed() {
        new SeedCommand(kept.api(), CLOCK, printed.stream()).run();
    }
}
