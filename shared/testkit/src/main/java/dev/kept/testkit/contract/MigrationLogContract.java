package dev.kept.testkit.contract;

import static dev.kept.testkit.Fixtures.NOON;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.kept.domain.error.Conflict;
import dev.kept.domain.migration.MigrationLog.Applied;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What a {@link dev.kept.domain.migration.MigrationLog} promises.
public abstract class MigrationLogContract extends StoreContract {
    private static final Applied FIRST = new Applied(1, "create the index", NOON);
    private static final Applied SECOND = new Applied(2, "add a field", NOON.plusSeconds(1));

    @Test
    void namesWhatWasAppliedInOrder() {
        assertEquals(List.of(), stores().migrations().applied());
        stores().migrations().record(SECOND);
        stores().migrations().record(FIRST);
        assertEquals(List.of(FIRST, SECOND), stores().migrations().applied());
    }

    @Test
    void refusesAVersionThatIsRecorded() {
        stores().migrations().record(FIRST);
        assertThrows(Conflict.class, () -> stores().migrations().record(FIRST));
    }

    @Test
    void forgetsWhatWasRolledBack() {
        stores().migrations().record(FIRST);
        stores().migrations().remove(1);
        stores().migrations().remove(1);
        assertEquals(List.of(), stores().migrations().applied());
    }
}
