package dev.kept.benchmarks.extraction;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kept.domain.memory.Memory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Writes the memories found in labelled conversations in the form that `score.py` reads.
///
/// Arguments: the conversations' file, the file to write.
public final class PredictExtraction {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int BATCH = 50;

    private PredictExtraction() {}

    public static void main(String[] arguments) throws IOException {
        Replay replay = new Replay();
        List<String> lines = new ArrayList<>();
        for (Conversation conversation : Conversation.read(Path.of(arguments[0]))) {
            lines.add(prediction(conversation.id(), replay.memories(conversation, BATCH)));
        }
        Files.write(Path.of(arguments[1]), lines);
    }

    private static String prediction(String id, List<Memory> memories) throws IOException {
        ObjectNode line = MAPPER.createObjectNode().put("conversationId", id);
        ArrayNode found = line.putArray("memories");
        ArrayNode entities = line.putArray("entities");
        memories.forEach(memory -> {
            found.add(json(memory));
            memory.statement().entities().forEach(entities::add);
        });
        return MAPPER.writeValueAsString(line);
    }

    private static ObjectNode json(Memory memory) {
        ObjectNode json = MAPPER.createObjectNode()
                .put("type", memory.statement().type().name().toLowerCase(Locale.ROOT))
                .put("content", memory.statement().content())
                .put("summary", memory.statement().summary())
                .put("importance", memory.statement().importance())
                .put("status", memory.validity().status().name().toLowerCase(Locale.ROOT))
                .put("why", String.valueOf(memory.statement().metadata().get("why")));
        ArrayNode sources = json.putArray("sourceTurnIds");
        memory.provenance().clientTurnIds().forEach(sources::add);
        return json;
    }
}
