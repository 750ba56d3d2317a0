package dev.kept.benchmarks.retrieval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NeutralConversationTest {
    static final Path SAMPLE = Path.of("data/retrieval/sample.neutral.json");

    @Test
    void readsTheSample() throws IOException {
        List<NeutralConversation> sample = NeutralConversation.read(SAMPLE);

        assertEquals(2, sample.size());
        assertEquals(23, sample.stream().flatMap(NeutralConversation::turns).count());
        assertEquals(
                Instant.parse("2025-03-02T17:20:00Z"),
                sample.getFirst().sessions().getFirst().startedAt());
    }

    @Test
    void aQuestionThatRestsOnAnUnknownTurnIsRefused(@TempDir Path folder) throws IOException {
        String damaged = Files.readString(SAMPLE).replace("\"evidence\": [\"D2:2\"]", "\"evidence\": [\"D9:9\"]");
        Path file = Files.writeString(folder.resolve("damaged.neutral.json"), damaged);

        assertThrows(IllegalArgumentException.class, () -> NeutralConversation.read(file));
    }
}
