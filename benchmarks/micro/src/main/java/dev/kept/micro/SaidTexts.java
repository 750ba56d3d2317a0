package dev.kept.micro;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What people and assistants say in the labelled conversations.
public final class SaidTexts {
    private static final Path FILE =
            Path.of(System.getProperty("kept.root", ""), "benchmarks/data/gold-open/conversations.jsonl");

    private SaidTexts() {}

    /// All in their order.
    public static List<String> all() {
        List<String> said = new ArrayList<>();
        for (JsonNode conversation : conversations()) {
            conversation
                    .path("sessions")
                    .forEach(session -> session.path("turns")
                            .forEach(turn -> said.add(turn.path("content").asText())));
        }
        return said;
    }

    /// As many as are asked for, from the beginning again where there are not enough.
    public static List<String> some(int count) {
        List<String> all = all();
        List<String> some = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            some.add(all.get(i % all.size()));
        }
        return some;
    }

    private static List<JsonNode> conversations() {
        try {
            ObjectMapper mapper = new ObjectMapper();
            List<JsonNode> conversations = new ArrayList<>();
            for (String line : Files.readAllLines(FILE)) {
                conversations.add(mapper.readTree(line));
            }
            return conversations;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
