package dev.kept.testkit.contract;

import static dev.kept.testkit.Fixtures.ADA;
import static dev.kept.testkit.Fixtures.GRACE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.kept.domain.extraction.ParagraphHash;
import dev.kept.domain.extraction.ParagraphLog;
import dev.kept.domain.id.Owner;
import dev.kept.domain.id.SessionId;
import dev.kept.domain.session.SessionRef;
import dev.kept.testkit.MutableClock;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What a {@link ParagraphLog} promises.
public abstract class ParagraphLogContract {
    private static final ParagraphHash TEMPLATE = hash(1);
    private static final ParagraphHash OTHER = hash(2);

    private final MutableClock clock = MutableClock.atNoon();
    private Optional<ParagraphLog> opened = Optional.empty();

    /// A log that knows nothing.
    protected abstract ParagraphLog open(Clock clock);

    @BeforeEach
    void openLog() {
        opened = Optional.of(open(clock));
    }

    @Test
    void theThirdSessionRepeatsWhatTwoHeld() {
        assertEquals(Set.of(), note(ADA, "s1", TEMPLATE));
        assertEquals(Set.of(), note(ADA, "s2", TEMPLATE, OTHER));
        assertEquals(Set.of(TEMPLATE), note(ADA, "s3", TEMPLATE, OTHER));
        assertEquals(Set.of(TEMPLATE, OTHER), note(ADA, "s4", TEMPLATE, OTHER));
    }

    @Test
    void countsSessionsNotTurns() {
        for (int i = 0; i < 5; i++) {
            assertEquals(Set.of(), note(ADA, "s1", TEMPLATE));
        }
        assertEquals(Set.of(), note(ADA, "s2", TEMPLATE));
    }

    @Test
    void tellsASessionTheSameAgainHoweverManyCameAfterIt() {
        note(ADA, "s1", TEMPLATE);
        note(ADA, "s2", TEMPLATE);
        note(ADA, "s3", TEMPLATE);

        assertEquals(Set.of(), note(ADA, "s1", TEMPLATE));
        assertEquals(Set.of(), note(ADA, "s2", TEMPLATE));
        assertEquals(Set.of(TEMPLATE), note(ADA, "s3", TEMPLATE));
    }

    @Test
    void ownersAreApart() {
        note(ADA, "s1", TEMPLATE);
        note(ADA, "s2", TEMPLATE);

        assertEquals(Set.of(), note(GRACE, "s3", TEMPLATE));
    }

    @Test
    void forgetsWhatNoSessionHeldForLong() {
        note(ADA, "s1", TEMPLATE);
        note(ADA, "s2", TEMPLATE);
        clock.advance(Duration.ofDays(20));
        assertEquals(Set.of(TEMPLATE), note(ADA, "s3", TEMPLATE));
        clock.advance(Duration.ofDays(20));
        assertEquals(Set.of(TEMPLATE), note(ADA, "s4", TEMPLATE));
        clock.advance(ParagraphLog.REMEMBERED.plusDays(1));

        assertEquals(Set.of(), note(ADA, "s5", TEMPLATE));
        assertEquals(Set.of(), note(ADA, "s6", TEMPLATE));
        assertEquals(Set.of(TEMPLATE), note(ADA, "s7", TEMPLATE));
    }

    @Test
    void takesManyAtOnce() {
        Set<ParagraphHash> many = new HashSet<>();
        for (int i = 0; i < 130; i++) {
            many.add(hash(i));
        }
        for (String session : new String[] {"s1", "s2"}) {
            assertEquals(Set.of(), log().repeated(new SessionRef(ADA, new SessionId(session)), many));
        }
        assertEquals(many, log().repeated(new SessionRef(ADA, new SessionId("s3")), many));
        assertEquals(Set.of(), log().repeated(new SessionRef(ADA, new SessionId("s3")), Set.of()));
    }

    @Test
    void erasesAnOwnerAlone() {
        for (Owner owner : new Owner[] {ADA, GRACE}) {
            note(owner, "s1", TEMPLATE, OTHER);
            note(owner, "s2", TEMPLATE);
        }

        assertEquals(2, log().erase(ADA));
        assertEquals(0, log().erase(ADA));

        assertEquals(Set.of(), note(ADA, "s3", TEMPLATE));
        assertEquals(Set.of(TEMPLATE), note(GRACE, "s3", TEMPLATE));
    }

    private Set<ParagraphHash> note(Owner owner, String session, ParagraphHash... paragraphs) {
        return log().repeated(new SessionRef(owner, new SessionId(session)), Set.of(paragraphs));
    }

    private ParagraphLog log() {
        return opened.orElseThrow();
    }

    private static ParagraphHash hash(int number) {
        return new ParagraphHash("%032x".formatted(number));
    }
}
