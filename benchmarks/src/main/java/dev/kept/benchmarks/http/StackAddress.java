package dev.kept.benchmarks.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kept.benchmarks.BenchFailed;
import dev.kept.benchmarks.Options;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Where a running stack answers, and the key of its administrator.
public record StackAddress(String url, String adminKey) {
    /// Both from the options; what is not given there, from the file that `./kept up` leaves in its data directory.
    public static StackAddress of(Options options) {
        Optional<String> url = options.text("url");
        Optional<String> key = options.text("key");
        return url.isPresent() && key.isPresent() ? new StackAddress(url.get(), key.get()) : left(home(), url, key);
    }

    private static StackAddress left(Path home, Optional<String> url, Optional<String> key) {
        Path file = home.resolve("local.json");
        if (!Files.exists(file)) {
            throw new BenchFailed("there is no " + file
                    + ": start Kept with ./kept up, set KEPT_HOME to its data directory, or give --url and --key");
        }
        try {
            JsonNode json = new ObjectMapper().readTree(file.toFile());
            return new StackAddress(
                    url.orElse(json.path("url").asText()),
                    key.orElse(json.path("adminKey").asText()));
        } catch (IOException e) {
            throw new BenchFailed(file + " cannot be read", e);
        }
    }

    private static Path home() {
        return Optional.ofNullable(System.getenv("KEPT_HOME"))
                .map(Path::of)
                .orElse(Path.of(System.getProperty("kept.root", ""), ".kept"));
    }

    public KeptClient administrator() {
        return new KeptClient(url, adminKey);
    }

    /// Keys are not for logs.
    @Override
    public String toString() {
        return "StackAddress[" + url + "]";
    }
}
