package dev.kept.testkit.contract;

import static dev.kept.testkit.Fixtures.NOON;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.kept.domain.error.Conflict;
import dev.kept.domain.search.ModelChange;
import dev.kept.domain.search.ModelChangeLog;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What a {@link ModelChangeLog} promises.
public abstract class ModelChangeLogContract {
    private static final ModelChange BEGUN = ModelChange.begun("old-384", "new:0-1024", NOON);

    private Optional<ModelChangeLog> opened = Optional.empty();

    /// A log of nothing.
    protected abstract ModelChangeLog open();

    @BeforeEach
    void openLog() {
        opened = Optional.of(open());
    }

    @Test
    void keepsTheChangeThatIsUnderWay() {
        assertEquals(Optional.empty(), log().underWay());

        ModelChange saved = log().save(BEGUN);
        assertEquals(BEGUN.withVersion(1), saved);
        assertEquals(Optional.of(saved), log().underWay());

        ModelChange further = log().save(saved.after(200, 3, Optional.of("a cursor")));
        assertEquals(Optional.of(further), log().underWay());
        assertEquals(Optional.of("a cursor"), further.cursor());

        ModelChange ready = log().save(further.after(7, 0, Optional.empty()));
        assertEquals(ModelChange.Stage.READY, ready.stage());
        assertEquals(Optional.of(ready), log().underWay());
        assertEquals(207, ready.indexed());
    }

    @Test
    void refusesWhatWasReadBeforeAnotherSaved() {
        ModelChange saved = log().save(BEGUN);
        log().save(saved.after(200, 0, Optional.of("a cursor")));

        assertThrows(Conflict.class, () -> log().save(saved.decided(ModelChange.Stage.SETTLING, NOON)));
        assertThrows(Conflict.class, () -> log().save(BEGUN));
    }

    @Test
    void refusesToGoOnWithWhatIsRemoved() {
        ModelChange saved = log().save(BEGUN);
        log().remove();
        log().remove();

        assertEquals(Optional.empty(), log().underWay());
        assertThrows(Conflict.class, () -> log().save(saved));
        assertEquals(1, log().save(BEGUN).version());
    }

    private ModelChangeLog log() {
        return opened.orElseThrow();
    }
}
