package dev.kept.application.context;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kept.application.redaction.Redactor;
import dev.kept.domain.context.Context;
import dev.kept.domain.context.ContextRequest;
import dev.kept.domain.error.NotFound;
import dev.kept.domain.id.SessionId;
import dev.kept.domain.memory.MemoryType;
import dev.kept.domain.page.PageRequest;
import dev.kept.testkit.Fixtures;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CreateContextTest extends Recalling {
    private final FindContext find = new FindContext(contexts);
    private final ListContextVersions list = new ListContextVersions(contexts);

    @Test
    void findsAContextAgainAsItWasHandedOut() {
        keep("m1", MemoryType.FACT, "The shop runs on Sundays", .5);
        Context created = create.create(resuming(500));
        keep("m2", MemoryType.FACT, "The shop sells lamps", .5);
        assertEquals(created, find.find(Fixtures.ADA, created.id(), Optional.of(created.version())));
    }

    @Test
    void answersTheSameRequestWithTheSameVersionUntilSomethingChanges() {
        keep("m1", MemoryType.FACT, "The shop runs on Sundays", .5);
        Context first = create.create(resuming(500));
        Context again = create.create(resuming(500));
        keep("m2", MemoryType.FACT, "The shop sells lamps", .5);
        Context changed = create.create(resuming(500));

        assertEquals(first.text(), again.text());
        assertEquals(List.of(1, 1, 2), List.of(first.version(), again.version(), changed.version()));
        assertEquals(first.id(), changed.id());
        assertEquals(
                List.of(2, 1),
                list.list(Fixtures.ADA, first.id(), PageRequest.first(10)).items().stream()
                        .map(Context::version)
                        .toList());
    }

    @Test
    void namesAnotherContextForAnotherRequest() {
        assertNotEquals(
                create.create(resuming(500)).id(), create.create(resuming(600)).id());
    }

    @Test
    void keepsTheQueryWithoutItsSecrets() {
        Context created = create.create(asking("what is AKIAQ3EGTRX7ZJ5WBMNP for?", 500));
        assertEquals(
                Optional.of("what is [redacted:aws-access-key] for?"),
                created.request().query());
    }

    @Test
    void keepsNothingOfAPreview() {
        keep("m1", MemoryType.FACT, "The shop runs on Sundays", .5);
        Context preview = new PreviewContext(build, contexts, sessions, Redactor.standard())
                .preview(resuming(500))
                .context();
        assertThrows(NotFound.class, () -> find.find(Fixtures.ADA, preview.id(), Optional.empty()));
        assertEquals(preview.text(), create.create(resuming(500)).text());
    }

    @Test
    void takesTheProjectFromTheSessionThatAsks() {
        keep("m1", MemoryType.FACT, "The shop runs on Sundays", .5);
        session("s1", Fixtures.KEPT);
        ContextRequest request = new ContextRequest(
                Fixtures.ADA,
                Optional.of(new SessionId("s1")),
                Optional.empty(),
                Optional.empty(),
                resuming(500).budget());
        assertTrue(create.create(request).sections().isEmpty());
    }

    @Test
    void knowsOnlyTheSessionsOfItsOwner() {
        sessions.create(Fixtures.aSession(Fixtures.GRACE, "s9"));
        assertThrows(NotFound.class, () -> create.create(inSession(resuming(500), "s9")));
    }

    @Test
    void hidesTheContextsOfOthers() {
        Context created = create.create(resuming(500));
        assertThrows(NotFound.class, () -> find.find(Fixtures.GRACE, created.id(), Optional.empty()));
        assertThrows(NotFound.class, () -> list.list(Fixtures.GRACE, created.id(), PageRequest.first(10)));
    }
}
