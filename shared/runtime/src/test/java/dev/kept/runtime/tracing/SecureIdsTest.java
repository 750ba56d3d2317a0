package dev.kept.runtime.tracing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SecureIdsTest {
    private static final int MANY = 10_000;
    private final SecureIds ids = new SecureIds(Clock.fixed(Instant.ofEpochSecond(0x6a000000L), ZoneOffset.UTC));

    @Test
    void areNeverTheSame() {
        Set<String> traces = new HashSet<>();
        Set<String> spans = new HashSet<>();
        for (int i = 0; i < MANY; i++) {
            traces.add(ids.generateTraceId());
            spans.add(ids.generateSpanId());
        }
        assertEquals(MANY, traces.size());
        assertEquals(MANY, spans.size());
    }

    /// X-Ray takes no trace whose id begins with another time than about now.
    @Test
    void beginWithTheSecond() {
        String id = ids.generateTraceId();
        assertTrue(id.matches("6a000000[0-9a-f]{24}"), id);
        assertTrue(ids.generateSpanId().matches("[0-9a-f]{16}"));
    }
}
