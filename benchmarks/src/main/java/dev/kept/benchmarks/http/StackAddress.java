package dev.kept.benchmarks.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kept.benchmarks.BenchFailed;
import dev.kept.benchmarks.Options;
import dev.kept.local.stack.StackState;
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

    /// What `./kept up` has left in a data directory.
    public static StackAddress in(Path home) {
        return left(home, Optional.empty(), Optional.empty());
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

    /// The data directory of the stack that is meant: the one that is named, else the usual one, else that of a running
    /// `./kept up --ephemeral`.
    public static Path home() {
        Path usual = Path.of(System.getProperty("kept.root", ""), ".kept");
        Path ephemeral = usual.resolve("ephemeral");
        return Optional.ofNullable(System.getenv("KEPT_HOME"))
                .map(Path::of)
                .orElse(
                        StackState.read(usual).isEmpty()
                                        && StackState.read(ephemeral).isPresent()
                                ? ephemeral
                                : usual);
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
