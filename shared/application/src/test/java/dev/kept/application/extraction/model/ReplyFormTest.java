package dev.kept.application.extraction.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kept.domain.memory.MemoryType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReplyFormTest {
    private static final Map<String, Object> MEMORY = Map.of(
            "type",
            "decision",
            "content",
            " Orders live in Postgres. ",
            "turns",
            List.of("t1", "t3"),
            "claim",
            "adopted",
            "changes",
            true,
            "entities",
            List.of(Map.of("name", "Postgres", "kind", "technology")));

    @Test
    void readsWhatFollowsTheForm() {
        var reading = ReplyForm.read(Map.of(
                "memories",
                List.of(MEMORY),
                "relations",
                List.of(Map.of("from", "orders", "relation", "Lives in", "to", "Postgres", "turn", "t1"))));

        Reply reply = assertInstanceOf(ReplyForm.Reading.Valid.class, reading).reply();
        var memory = reply.memories().getFirst();
        assertEquals(MemoryType.DECISION, memory.type());
        assertEquals("Orders live in Postgres.", memory.content());
        assertEquals(List.of("t1", "t3"), memory.turns());
        assertTrue(memory.adopted());
        assertTrue(memory.changes());
        assertEquals(Optional.empty(), memory.code());
        assertEquals(List.of(new Reply.Named("Postgres", "technology")), memory.entities());
        assertEquals(List.of(new Reply.Tie("orders", "lives in", "Postgres", "t1")), reply.relations());
    }

    @Test
    void readsThatNothingIsWorthKeeping() {
        var reading = ReplyForm.read(Map.of("memories", List.of()));

        assertEquals(
                List.of(),
                assertInstanceOf(ReplyForm.Reading.Valid.class, reading).reply().memories());
    }

    @Test
    void namesTheFaultAndNotTheValue() {
        assertFault("", Map.of());
        assertFault("/memories", Map.of("memories", "my secret"));
        assertFault("/memories/0", Map.of("memories", List.of("my secret")));
        assertFault("/memories/0/type", with("type", "secret"));
        assertFault("/memories/0/turns", with("turns", List.of()));
        assertFault("/memories/0/claim", with("claim", "secret"));
        assertFault("/memories/0/content", with("content", "secret".repeat(200)));
        assertFault("/memories/0/changes", with("changes", "secret"));
        assertFault("/memories/0", with("secret", "1"));
        assertFault("/relations/0", Map.of("memories", List.of(), "relations", List.of(Map.of("from", "secret"))));
    }

    private static void assertFault(String where, Map<String, Object> form) {
        var invalid = assertInstanceOf(ReplyForm.Reading.Invalid.class, ReplyForm.read(form));
        assertTrue(invalid.fault().startsWith(where), invalid.fault());
        assertFalse(invalid.fault().contains("secret"), invalid.fault());
    }

    private static Map<String, Object> with(String field, Object value) {
        Map<String, Object> memory = new HashMap<>(MEMORY);
        memory.put(field, value);
        return Map.of("memories", List.of(memory));
    }
}
