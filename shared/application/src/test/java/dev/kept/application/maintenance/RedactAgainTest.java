package dev.kept.application.maintenance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kept.application.redaction.PersonalPolicy;
import dev.kept.application.redaction.Redactor;
import dev.kept.domain.redaction.RedactionScan;
import dev.kept.testkit.FakeRedactionScanLog;
import dev.kept.testkit.FakeStoredTexts;
import dev.kept.testkit.MutableClock;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RedactAgainTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    private final FakeStoredTexts texts = new FakeStoredTexts();
    private final FakeRedactionScanLog log = new FakeRedactionScanLog();
    private final MutableClock clock = MutableClock.atNoon();

    @Test
    void takesOutWhatThePatternsFindNowAndCountsByKind() {
        texts.texts.addAll(List.of("plain", "the password is hunter2FAKE", "AKIAEXAMPLE7FAKE0004"));

        RedactionScan scan = standard().run(LONG, false);

        assertEquals(List.of("plain", "the password is [redacted:password]", "[redacted:aws-access-key]"), texts.texts);
        assertEquals(Map.of("password", 1L, "aws-access-key", 1L), scan.found());
        assertEquals(3, scan.read());
        assertEquals(2, scan.rewritten());
        assertTrue(scan.isFinished());
    }

    @Test
    void hasNothingToDoUntilThePatternsChange() {
        standard().run(LONG, false);
        texts.texts.add("AKIAEXAMPLE7FAKE0004 of jo@mail.example");

        assertEquals(0, standard().run(LONG, false).rewritten());
        assertEquals(1, strict().run(LONG, false).rewritten());
        assertEquals(List.of("[redacted:aws-access-key] of [redacted:email]"), texts.texts);
    }

    @Test
    void beginsAnewWhenAskedTo() {
        standard().run(LONG, false);
        texts.texts.add("AKIAEXAMPLE7FAKE0004");

        assertEquals(1, standard().run(LONG, true).rewritten());
        assertEquals(0, standard().run(LONG, true).rewritten());
    }

    @Test
    void goesOnWhereAnotherRunStopped() {
        texts.texts.addAll(Collections.nCopies(250, "AKIAEXAMPLE7FAKE0004"));

        assertFalse(standard().run(Duration.ZERO, false).isFinished());
        log.save(begun().after(texts.rewrite(begun().cursor(), 100, text -> text), Map.of(), clock.instant()));
        RedactionScan scan = standard().run(LONG, false);

        assertEquals(250, scan.read());
        assertEquals(Map.of("aws-access-key", 150L), scan.found());
    }

    private RedactionScan begun() {
        return RedactionScan.begun(Redactor.standard().version(), clock.instant(), 0);
    }

    private RedactAgain standard() {
        return new RedactAgain(texts, log, Redactor.standard(), clock);
    }

    private RedactAgain strict() {
        return new RedactAgain(texts, log, Redactor.of(PersonalPolicy.parse("strict")), clock);
    }
}
