package dev.kept.load;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RequestLogTest {
    @TempDir
    Path folder = Path.of("");

    @Test
    void keepsTheIdsOfWhatWasAcknowledged() throws IOException {
        List<JsonNode> lines =
                logged(202, "{\"turns\":[{\"turnId\":\"t_1\",\"id\":\"e0-1\"}],\"operationId\":\"o_1\"}");

        assertEquals(9, lines.getFirst().path("begin").asLong());
        assertEquals("t_1", lines.getLast().at("/turns/0").asText());
        assertEquals("o_1", lines.getLast().path("operation").asText());
        assertEquals(202, lines.getLast().path("status").asInt());
    }

    @Test
    void keepsNothingOfWhatWasRefusedOrNotAnswered() throws IOException {
        assertEquals(
                0,
                logged(503, "{\"turns\":[{\"turnId\":\"t_1\"}]}")
                        .getLast()
                        .path("turns")
                        .size());
        assertEquals(0, logged(0, "").getLast().path("turns").size());
    }

    @Test
    void findsTheContextOfASessionThatStarts() throws IOException {
        JsonNode line = logged(201, "{\"sessionId\":\"s_1\",\"context\":{\"contextId\":\"c_1\",\"degraded\":true}}")
                .getLast();

        assertEquals("c_1", line.path("context").asText());
        assertEquals(true, line.path("degraded").asBoolean());
    }

    private List<JsonNode> logged(int status, String body) throws IOException {
        Path file = folder.resolve("requests.jsonl");
        try (RequestLog log = new RequestLog(file)) {
            log.begin(9);
            log.add(new RequestLog.Request(10, "turns", status, 5, 3, "s_1"), body);
        }
        return Files.readAllLines(file).stream().map(RequestLog::read).toList();
    }
}
