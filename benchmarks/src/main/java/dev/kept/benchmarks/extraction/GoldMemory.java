package dev.kept.benchmarks.extraction;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A memory that a labelled conversation expects.
///
/// @param terms groups of which a wording holds one alternative each
/// @param turns the client's ids of the turns that it rests on, oldest first
record GoldMemory(String type, List<List<String>> terms, List<String> turns) {
    /// By the conversation's id.
    static Map<String, List<GoldMemory>> read(Path file) throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        Map<String, List<GoldMemory>> gold = new HashMap<>();
        for (String line : Files.readAllLines(file)) {
            if (!line.isBlank()) {
                JsonNode conversation = mapper.readTree(line);
                List<GoldMemory> memories = new ArrayList<>();
                conversation.at("/expect/memories").forEach(memory -> memories.add(memory(memory)));
                gold.put(conversation.path("id").asText(), memories);
            }
        }
        return gold;
    }

    private static GoldMemory memory(JsonNode memory) {
        List<List<String>> terms = new ArrayList<>();
        memory.path("terms").forEach(group -> terms.add(texts(group)));
        return new GoldMemory(memory.path("type").asText(), terms, texts(memory.path("sourceTurnIds")));
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(item -> texts.add(item.asText()));
        return texts;
    }

    /// In as few words as the labels have: of each group what was said, or its first alternative.
    String wording(String said) {
        String lower = said.toLowerCase(Locale.ROOT);
        List<String> words = terms.stream()
                .map(group -> group.stream()
                        .filter(term -> lower.contains(term.toLowerCase(Locale.ROOT)))
                        .findFirst()
                        .orElse(group.getFirst()))
                .toList();
        return "The user: " + String.join(" ", words);
    }
}
