package dev.kept.testkit.contract;

import static dev.kept.testkit.Fixtures.ADA;
import static dev.kept.testkit.Fixtures.GRACE;
import static dev.kept.testkit.Fixtures.NOON;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kept.domain.context.ContextTemplate;
import dev.kept.domain.error.Conflict;
import dev.kept.domain.id.Owner;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/// What a {@link dev.kept.domain.context.TemplateStore} promises.
public abstract class TemplateStoreContract extends StoreContract {
    @Test
    void aTemplateIsFoundAsItWasKept() {
        ContextTemplate kept = save(ADA, "notes", "{{query}}\n", 0);
        assertEquals(1, kept.version());
        assertEquals(Optional.of(kept), stores().templates().find(ADA, "notes"));
        assertEquals(Optional.empty(), stores().templates().find(GRACE, "notes"));
        assertEquals(Optional.empty(), stores().templates().find(ADA, "note"));
    }

    @Test
    void templatesAreListedByNameForTheirOwner() {
        save(ADA, "b", "two", 0);
        save(ADA, "a", "one", 0);
        save(GRACE, "c", "three", 0);
        assertEquals(
                List.of("a", "b"),
                stores().templates().list(ADA).stream()
                        .map(ContextTemplate::name)
                        .toList());
    }

    @Test
    void onlyTheCurrentVersionIsReplaced() {
        save(ADA, "notes", "one", 0);
        assertThrows(Conflict.class, () -> save(ADA, "notes", "lost", 0));
        assertEquals(2, save(ADA, "notes", "two", 1).version());
        assertThrows(Conflict.class, () -> save(ADA, "notes", "lost", 1));
        assertEquals(
                "two", stores().templates().find(ADA, "notes").orElseThrow().text());
    }

    @Test
    void onlyTheCurrentVersionIsRemoved() {
        save(ADA, "notes", "one", 0);
        save(ADA, "notes", "two", 1);
        assertThrows(Conflict.class, () -> stores().templates().delete(ADA, "notes", OptionalLong.of(1)));
        assertTrue(stores().templates().delete(ADA, "notes", OptionalLong.of(2)));
        assertFalse(stores().templates().delete(ADA, "notes", OptionalLong.empty()));
        assertEquals(List.of(), stores().templates().list(ADA));
    }

    private ContextTemplate save(Owner owner, String name, String text, long version) {
        return stores().templates().save(new ContextTemplate(owner, name, text, version, NOON));
    }
}
