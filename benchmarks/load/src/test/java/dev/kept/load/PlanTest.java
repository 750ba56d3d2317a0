package dev.kept.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PlanTest {
    private final Plan plan = Plan.read(new ByteArrayInputStream("""
            {"url": "http://127.0.0.1:3000", "keys": ["secret-1", "secret-2"],
             "talks": [{"exchanges": [
                {"turns": [{"role": "user", "content": "We ship on Friday."}, {"role": "assistant", "content": "Noted."}],
                 "question": "When do we ship?"}]}],
             "steps": [{"users": 5, "rampSeconds": 10, "holdSeconds": 110}, {"users": 10, "rampSeconds": 10, "holdSeconds": 50}],
             "paceMillis": 4000, "drainSeconds": 90,
             "log": "requests.jsonl"}""".getBytes(StandardCharsets.UTF_8)));

    @Test
    void endsSomeTimeAfterTheLastStep() {
        assertEquals(Duration.ofSeconds(270), plan.longest());
    }

    @Test
    void keepsItsKeysToItself() {
        assertFalse(plan.toString().contains("secret"));
    }

    @Test
    void usersTakeTurnsWithProjectsAndTalks() {
        Sitting first = Sitting.of(0, plan.keys().size(), plan.talks());
        Sitting third = Sitting.of(2, plan.keys().size(), plan.talks());

        assertEquals(0, first.user());
        assertEquals(0, third.user());
        assertEquals("project-0", first.project());
        assertEquals("project-1", third.project());
        assertEquals(1, first.exchanges());
    }

    @Test
    void bodiesAreThoseOfTheApi() {
        Sitting sitting = Sitting.of(7, plan.keys().size(), plan.talks());

        assertEquals("{\"projectId\":\"project-1\",\"context\":{\"maxTokens\":2000}}", sitting.start());
        assertEquals(
                "{\"turns\":[{\"id\":\"e0-1\",\"role\":\"user\",\"content\":\"We ship on Friday.\"},"
                        + "{\"id\":\"e0-2\",\"role\":\"assistant\",\"content\":\"Noted.\"}]}",
                sitting.turns(0));
        assertEquals(
                "{\"projectId\":\"project-1\",\"query\":\"When do we ship? (7)\",\"limit\":20}", sitting.search(0));
        assertEquals(
                "{\"projectId\":\"project-1\",\"query\":\"When do we ship? (7)\",\"maxTokens\":2000}",
                sitting.context(0));
    }
}
