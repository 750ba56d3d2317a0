package dev.kept.runtime.telemetry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kept.domain.error.DependencyUnavailable;
import dev.kept.domain.id.Owner;
import dev.kept.domain.id.UserId;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.event.KeyValuePair;

class LineEncoderTest {
    private final LoggerContext context = new LoggerContext();

    @Test
    void writesFlatKeysAndNumbersAsNumbers() throws JsonProcessingException {
        LoggingEvent event = event(null);
        event.setKeyValuePairs(List.of(
                new KeyValuePair("results", 3),
                new KeyValuePair("degraded", false),
                new KeyValuePair("done", Map.of("sessions", List.of(1, 2L)))));
        JsonNode line = line(event);

        assertEquals("search.answered", line.path("message").asText());
        assertEquals("INFO", line.path("level").asText());
        assertEquals("2026-01-31T09:30:00Z", line.path("timestamp").asText());
        assertTrue(line.path("results").isInt());
        assertTrue(line.path("degraded").isBoolean());
        assertEquals("[1,2]", line.at("/done/sessions").toString());
    }

    @Test
    void saysWhatFailedButNotWhatTheInputWas() throws JsonProcessingException {
        RuntimeException bug = new IllegalStateException(
                "in the middle of my diary", new NumberFormatException("For input string: \"my diary\""));
        JsonNode line = line(event(bug));

        assertEquals("java.lang.IllegalStateException", line.at("/failure/type").asText());
        assertEquals(
                "java.lang.NumberFormatException",
                line.at("/failure/cause/type").asText());
        assertTrue(line.at("/failure/at/0").asText().contains("LineEncoderTest"));
        assertFalse(line.toString().contains("diary"), line::toString);
    }

    @Test
    void saysWhichDependencyFailedAndWhy() throws JsonProcessingException {
        JsonNode line =
                line(event(new DependencyUnavailable("opensearch", new ConnectException("Connection refused"))));

        assertTrue(line.at("/failure/message").asText().contains("opensearch"));
        assertEquals("Connection refused", line.at("/failure/cause/message").asText());
    }

    @Test
    void alsoWritesWhatUseCasesLogThroughThePlatform() {
        assertTrue(
                System.getLogger("dev.kept.application").getClass().getName().startsWith("org.slf4j."),
                "their lines would be text");
    }

    @Test
    void namesAUserByAHashThatIsAlwaysTheSame() {
        String hash = UserHash.of(Owner.of(new UserId("ines")));

        assertEquals(hash, UserHash.of(Owner.of(new UserId("ines"))));
        assertTrue(hash.matches("[0-9a-f]{12}"), hash);
        assertFalse(hash.equals(UserHash.of(Owner.of(new UserId("ines2")))));
    }

    @BeforeEach
    void aLogThatKnowsItsContext() {
        context.setMDCAdapter(new LogbackMDCAdapter());
    }

    private LoggingEvent event(@Nullable Throwable failure) {
        LoggingEvent event = new LoggingEvent(
                "logger", context.getLogger("dev.kept"), Level.INFO, "search.answered", failure, new Object[0]);
        event.setInstant(Instant.parse("2026-01-31T09:30:00Z"));
        return event;
    }

    private static JsonNode line(LoggingEvent event) throws JsonProcessingException {
        String line = new String(new LineEncoder().encode(event), StandardCharsets.UTF_8);
        assertEquals(1, line.lines().count());
        return new ObjectMapper().readTree(line);
    }
}
