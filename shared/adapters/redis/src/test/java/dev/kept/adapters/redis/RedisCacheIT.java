package dev.kept.adapters.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RedisCacheIT extends ServedCacheContract {
    @Test
    void beginsKeysWithTheOwnerAndLetsThemExpire() {
        cache().keep(RECORDS, 7, Map.of("a", bytes("copy")));
        cache().keep(VECTORS, 1, Map.of("a", bytes("copy")));
        cache().keep(SESSIONS, 1, Map.of("a", bytes("copy")));

        assertEquals(
                Set.of("kept:{USER#ada}:records", "kept:{USER#ada}:vectors", "kept:{USER#ada}:sessions"),
                Set.copyOf(texts(send("KEYS", "*"))));
        assertTrue(lifetime("records").compareTo(Duration.ofMinutes(59)) > 0);
        assertTrue(lifetime("records").compareTo(Duration.ofHours(1)) <= 0);
        assertTrue(lifetime("vectors").compareTo(Duration.ofHours(23)) > 0);
        assertTrue(lifetime("vectors").compareTo(Duration.ofDays(1)) <= 0);
        assertTrue(lifetime("sessions").compareTo(Duration.ofHours(1)) <= 0);
    }

    /// One owner cannot use up what there is for all.
    @Test
    void beginsAnewWhereThereWouldBeTooMany() {
        Map<String, ByteBuffer> first = new HashMap<>();
        for (int i = 0; i < 1_990; i++) {
            first.put("first " + i, bytes("" + i));
        }
        cache().keep(VECTORS, 1, first);
        Map<String, ByteBuffer> second = new HashMap<>();
        for (int i = 0; i < 30; i++) {
            second.put("second " + i, bytes("" + i));
        }
        cache().keep(VECTORS, 1, second);

        assertEquals(second, cache().find(VECTORS, 1, second.keySet()));
        assertEquals(31L, send("HLEN", key("vectors")));
    }

    private Duration lifetime(String drawer) {
        return switch (send("PTTL", key(drawer))) {
            case Long millis -> Duration.ofMillis(millis);
            default -> throw new AssertionError("no number");
        };
    }

    private static List<String> texts(Object answer) {
        return switch (answer) {
            case List<?> answers ->
                answers.stream().flatMap(one -> texts(one).stream()).toList();
            case byte[] content -> List.of(new String(content, StandardCharsets.UTF_8));
            default -> throw new AssertionError("no text");
        };
    }

    private static String key(String drawer) {
        return "kept:{USER#ada}:" + drawer;
    }
}
