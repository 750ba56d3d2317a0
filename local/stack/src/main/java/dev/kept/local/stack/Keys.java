package dev.kept.local.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// The keys that a stack makes for its owner when it is first started, in `local.json`.
public record Keys(String url, String adminKey, String apiKey) {

    static final String FILE = "local.json";

    private static final ObjectMapper JSON = new ObjectMapper();

    public static Optional<Keys> read(Path home) {
        Path file = home.resolve(FILE);
        try {
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            JsonNode json = JSON.readTree(file.toFile());
            return Optional.of(new Keys(
                    json.path("url").asText(),
                    json.path("adminKey").asText(),
                    json.path("apiKey").asText()));
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    String json() throws IOException {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this);
    }

    /// Keys are not for logs.
    @Override
    public String toString() {
        return "Keys[" + url + "]";
    }
}
