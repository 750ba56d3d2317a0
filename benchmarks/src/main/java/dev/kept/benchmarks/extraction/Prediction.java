package dev.kept.benchmarks.extraction;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kept.benchmarks.JsonLines;
import dev.kept.domain.memory.Memory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// All that was kept of one conversation; as a line of JSON it is what `score.py` reads.
///
/// @param relations that the memories state
record Prediction(String conversation, List<Predicted> memories, List<NamedEntity> entities, List<Tie> relations) {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    Prediction {
        memories = List.copyOf(memories);
        entities = List.copyOf(entities);
        relations = List.copyOf(relations);
    }

    static Prediction nothing(String conversation) {
        return new Prediction(conversation, List.of(), List.of(), List.of());
    }

    static Prediction of(String conversation, Collection<Memory> memories) {
        List<NamedEntity> entities = memories.stream()
                .flatMap(memory -> memory.statement().entities().stream())
                .map(name -> new NamedEntity(name, List.of()))
                .toList();
        List<Tie> relations = memories.stream()
                .flatMap(memory -> Tie.kept(memory.statement().metadata()).stream())
                .toList();
        return new Prediction(conversation, memories.stream().map(Predicted::of).toList(), entities, relations);
    }

    /// @param memories as the API lists them
    static Prediction ofReplies(String conversation, Collection<JsonNode> memories) {
        List<NamedEntity> entities = new ArrayList<>();
        memories.forEach(memory -> memory.path("entities").forEach(name -> entities.add(NamedEntity.of(name))));
        List<Tie> relations = memories.stream()
                .flatMap(memory -> Tie.ofLines(memory.at("/metadata/relations")).stream())
                .toList();
        return new Prediction(
                conversation, memories.stream().map(Predicted::ofReply).toList(), entities, relations);
    }

    /// By their conversations.
    static Map<String, Prediction> read(Path file) throws IOException {
        Map<String, Prediction> all = new LinkedHashMap<>();
        for (JsonNode line : JsonLines.of(file)) {
            Prediction one = of(line);
            all.put(one.conversation(), one);
        }
        return all;
    }

    static void write(Path file, List<Prediction> all) throws IOException {
        Files.write(file, all.stream().map(Prediction::line).toList());
    }

    private static Prediction of(JsonNode line) {
        List<Predicted> memories = new ArrayList<>();
        line.path("memories").forEach(memory -> memories.add(Predicted.ofLine(memory)));
        List<NamedEntity> entities = new ArrayList<>();
        line.path("entities").forEach(entity -> entities.add(NamedEntity.of(entity)));
        return new Prediction(
                line.path("conversationId").asText(), memories, entities, Tie.ofLines(line.path("relations")));
    }

    private String line() {
        ObjectNode line = MAPPER.createObjectNode().put("conversationId", conversation);
        ArrayNode found = line.putArray("memories");
        memories.forEach(memory -> memory.putTo(found.addObject()));
        ArrayNode named = line.putArray("entities");
        entities.forEach(entity -> put(entity, named));
        ArrayNode ties = line.putArray("relations");
        relations.forEach(tie -> tie.putTo(ties.addObject()));
        return line.toString();
    }

    private static void put(NamedEntity entity, ArrayNode named) {
        if (entity.aliases().isEmpty()) {
            named.add(entity.name());
        } else {
            entity.aliases()
                    .forEach(named.addObject().put("name", entity.name()).putArray("aliases")::add);
        }
    }
}
