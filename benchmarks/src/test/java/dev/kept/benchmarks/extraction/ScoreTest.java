package dev.kept.benchmarks.extraction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Small conversations and predictions that have one of everything. `score.json` is what `score.py --json` says of
/// them; to make it anew: `score.py predictions.jsonl --gold conversations.jsonl --json`.
class ScoreTest {
    private static final Path FOLDER = Path.of("src/test/resources/extraction");
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /// What this scorer leaves out: each conversation is taken in.
    private static final List<String> ABSENT = List.of("missing_conversations", "unknown_conversations");

    private static List<Conversation> conversations = List.of();
    private static Map<String, Prediction> predictions = Map.of();
    private static Score score = new Score(List.of());

    @BeforeAll
    static void read() throws IOException {
        conversations = Conversation.read(FOLDER.resolve("conversations.jsonl"));
        predictions = Prediction.read(FOLDER.resolve("predictions.jsonl"));
        score = Score.of(conversations, predictions);
    }

    @Test
    void saysWhatTheScriptSays() throws IOException {
        ObjectNode script =
                (ObjectNode) MAPPER.readTree(FOLDER.resolve("score.json").toFile());
        JsonNode ours = MAPPER.readTree(ScoreJson.of(score).toString());

        assertEquals(script.without(ABSENT).toPrettyString(), ours.toPrettyString());
    }

    @Test
    void anUpdateHoldsWhenTheNewerIsCurrentAndTheOlderIsNot() {
        assertEquals(Ratio.of(1, 3), score.updateAccuracy());
    }

    @Test
    void whatWasMissedIsShownByImportanceAndWithWhatWasSaid() {
        List<String> misses = ScoreText.misses(score);

        assertTrue(misses.getFirst().startsWith("f2 high error: cache + build + clear + fix"), misses::toString);
        assertTrue(misses.getFirst().contains("clearing the cache fixed the build"), misses::toString);
    }

    @Test
    void whatNobodyAskedForIsShownByImportanceAndWithItsReason() {
        List<String> junk = ScoreText.junk(score);

        assertTrue(junk.getFirst().contains("Nothing of this was ever asked for."), junk::toString);
        assertTrue(junk.getFirst().contains("why: cue 1"), junk::toString);
        assertTrue(junk.stream().noneMatch(memory -> memory.contains("weather")), junk::toString);
    }

    @Test
    void confusionCountsEachExpectedMemoryOnce() {
        assertTrue(
                ScoreText.confusion(score).contains("| decision | 1 |  |  |  |  |  |  | 0 |"),
                () -> ScoreText.confusion(score));
    }

    @Test
    void targetsSayWhichFigureFallsShort() {
        String targets = Targets.of(score);

        assertTrue(targets.contains("| secrets and injections stored | 1 | ≤ 0 | no |"), targets);
        assertTrue(targets.contains("| memories of small talk | 1 | ≤ 2 | yes |"), targets);
    }

    @Test
    void predictionsAreReadAsTheyWereWritten(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("predictions.jsonl");
        Prediction.write(file, List.copyOf(predictions.values()));

        assertEquals(predictions, Prediction.read(file));
        assertEquals(3, Files.readAllLines(file).size());
    }
}
