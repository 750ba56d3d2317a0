package dev.kept.testkit.contract;

import static dev.kept.testkit.Fixtures.ADA;
import static dev.kept.testkit.Fixtures.GRACE;
import static dev.kept.testkit.Fixtures.KEPT;
import static dev.kept.testkit.Fixtures.NOON;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kept.domain.error.Conflict;
import dev.kept.domain.id.ProjectId;
import dev.kept.domain.project.ProjectSettings;
import org.junit.jupiter.api.Test;

/// What a {@link dev.kept.domain.project.ProjectSettingsStore} promises.
public abstract class ProjectSettingsStoreContract extends StoreContract {
    @Test
    void aProjectThatNobodySetExtracts() {
        ProjectSettings settings = stores().projectSettings().find(ADA, KEPT);
        assertTrue(settings.extracts());
        assertEquals(0, settings.version());
    }

    @Test
    void findsWhatWasSet() {
        ProjectSettings off = stores().projectSettings().find(ADA, KEPT).withExtraction(false, NOON);
        ProjectSettings saved = stores().projectSettings().save(off);
        assertEquals(1, saved.version());
        assertEquals(saved, stores().projectSettings().find(ADA, KEPT));
        ProjectSettings on = stores().projectSettings().save(saved.withExtraction(true, NOON.plusSeconds(60)));
        assertEquals(on, stores().projectSettings().find(ADA, KEPT));
        assertTrue(on.extracts());
        assertFalse(on.extractedAt(NOON.plusSeconds(30)));
        assertTrue(on.extractedAt(NOON.plusSeconds(60)));
    }

    @Test
    void keepsOwnersAndProjectsApart() {
        ProjectId long256 = new ProjectId("語".repeat(256));
        stores().projectSettings()
                .save(stores().projectSettings().find(ADA, long256).withExtraction(false, NOON));
        assertFalse(stores().projectSettings().find(ADA, long256).extracts());
        assertTrue(stores().projectSettings().find(GRACE, long256).extracts());
        assertTrue(stores().projectSettings().find(ADA, KEPT).extracts());
    }

    @Test
    void refusesAnotherVersion() {
        ProjectSettings none = stores().projectSettings().find(ADA, KEPT);
        stores().projectSettings().save(none.withExtraction(false, NOON));
        assertTrue(assertThrows(Conflict.class, () -> stores().projectSettings().save(none.withExtraction(true, NOON)))
                .isVersionRace());
    }
}
