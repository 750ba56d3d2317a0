package dev.kept.application.extraction.consolidation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.kept.application.extraction.FakeLinguistics;
import dev.kept.application.extraction.dates.Dating;
import dev.kept.application.extraction.found.Candidate;
import dev.kept.domain.id.Owner;
import dev.kept.domain.id.SessionId;
import dev.kept.domain.id.TurnId;
import dev.kept.domain.id.UserId;
import dev.kept.domain.memory.Memory;
import dev.kept.domain.memory.MemoryType;
import dev.kept.domain.memory.Trust;
import dev.kept.domain.session.Role;
import dev.kept.domain.session.Turn;
import dev.kept.domain.session.Utterance;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The same words have other dates beside them on another day.
class DatedRestatementTest {
    private static final Owner ADA = Owner.of(new UserId("ada"));

    private final Dating dating = new Dating(new FakeLinguistics());
    private final Comparing comparing = new Comparing(Nearness.unknown());

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            we moved the shop to Hetzner last week | 2026-11-22T10:00:00Z | 2026-11-23T10:00:00Z | true
            we moved the shop to Hetzner last week | 2026-11-16T10:00:00Z | 2026-11-22T10:00:00Z | true
            the shop release is next week          | 2026-11-16T10:00:00Z | 2026-12-14T10:00:00Z | false
            the shop broke yesterday morning       | 2026-11-16T10:00:00Z | 2026-11-17T09:00:00Z | true
            the shop broke yesterday morning       | 2026-11-16T10:00:00Z | 2026-11-30T09:00:00Z | false
            the shop runs on three machines        | 2026-01-16T10:00:00Z | 2026-11-22T10:00:00Z | true
            """)
    void isTheSameWhileTheSameDaysAreMeant(String said, Instant first, Instant again, boolean same) {
        Turn turn = turn(said, first);
        Memory known = CandidateMemory.of(candidate(said, turn), turn, List.of(), first);

        Candidate restated = candidate(said, turn(said, again));

        assertEquals(same, comparing.same(restated, List.of(known)).isPresent());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            we moved the shop to Hetzner last week | 2026-11-22T10:00:00Z | 2026-12-23T10:00:00Z
            """)
    void aForgottenStatementStaysForgottenOnWhateverDayItIsSaid(String said, Instant first, Instant again) {
        String one = candidate(said, turn(said, first)).content();
        String other = candidate(said, turn(said, again)).content();

        assertEquals(StatementSketches.of(ADA, said), StatementSketches.of(ADA, one));
        assertEquals(StatementSketches.of(ADA, one), StatementSketches.of(ADA, other));
    }

    private Candidate candidate(String said, Turn turn) {
        String content = dating.dated(said, Dating.day(turn));
        return new Candidate(
                MemoryType.FACT,
                content,
                content,
                0.5,
                0.8,
                List.of(),
                List.of(turn.id()),
                List.of(),
                Trust.USER,
                turn.utterance().occurredAt(),
                false,
                "why",
                List.of());
    }

    private static Turn turn(String said, Instant at) {
        Utterance utterance = new Utterance(Optional.empty(), Role.USER, Optional.empty(), said, at, true, Map.of());
        return new Turn(
                ADA, new SessionId("s1"), Optional.empty(), new TurnId("t" + at.getEpochSecond()), utterance, at);
    }
}
