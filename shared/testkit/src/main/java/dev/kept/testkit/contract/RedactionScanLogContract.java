package dev.kept.testkit.contract;

import static dev.kept.testkit.Fixtures.NOON;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.kept.domain.error.Conflict;
import dev.kept.domain.redaction.RedactionScan;
import dev.kept.domain.redaction.RedactionScanLog;
import dev.kept.domain.redaction.StoredTexts.Sweep;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What a {@link RedactionScanLog} promises.
public abstract class RedactionScanLogContract {
    private static final RedactionScan BEGUN = RedactionScan.begun("patterns-1", NOON, 0);

    private Optional<RedactionScanLog> opened = Optional.empty();

    /// A log of nothing.
    protected abstract RedactionScanLog open();

    @BeforeEach
    void openLog() {
        opened = Optional.of(open());
    }

    @Test
    void keepsHowFarTheLatestScanIs() {
        assertEquals(Optional.empty(), log().latest());

        RedactionScan begun = log().save(BEGUN);
        assertEquals(Optional.of(begun), log().latest());

        Sweep page = new Sweep(100, 2, 1, Optional.of("a cursor"));
        RedactionScan further = log().save(begun.after(page, Map.of("password", 3L), NOON));
        assertEquals(Optional.of(further), log().latest());
        assertEquals(Map.of("password", 3L), further.found());

        RedactionScan done = log().save(further.after(new Sweep(5, 0, 0, Optional.empty()), Map.of(), NOON));
        assertEquals(Optional.of(done), log().latest());
        assertEquals(Optional.of(NOON), done.finishedAt());
        assertEquals(105, done.read());
    }

    @Test
    void refusesWhatWasReadBeforeAnotherSaved() {
        RedactionScan begun = log().save(BEGUN);
        log().save(begun);

        assertThrows(Conflict.class, () -> log().save(begun));
        assertThrows(Conflict.class, () -> log().save(BEGUN));
    }

    private RedactionScanLog log() {
        return opened.orElseThrow();
    }
}
