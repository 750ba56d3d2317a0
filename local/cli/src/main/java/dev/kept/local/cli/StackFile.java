package dev.kept.local.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// Where the local stack answers, and with which keys: `local.json`, as `./kept up` leaves it in its data directory.
record StackFile(
        @Required String url,
        @Required String adminKey,
        @Required String apiKey) {
    private static final String DEFAULT_HOME = ".kept";

    /// @throws CommandFailed when no stack was ever started there
    static StackFile read(Map<String, String> environment) {
        Path file = Path.of(environment.getOrDefault("KEPT_HOME", DEFAULT_HOME), "local.json");
        if (!Files.exists(file)) {
            throw new CommandFailed("There is no " + file + ". Start Kept with ./kept up first, "
                    + "or set KEPT_HOME to the data directory of the stack that you mean.");
        }
        try {
            return Json.MAPPER.readValue(Files.readString(file), StackFile.class);
        } catch (IOException e) {
            throw new CommandFailed(file + " cannot be read. Start Kept again with ./kept up.", e);
        }
    }
}
