package dev.kept.local.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// Where the local stack answers, and with which keys: `local.json`, as `./kept up` leaves it in its data directory.
record StackFile(
        @Required String url,
        @Required String adminKey,
        @Required String apiKey) {
    private static final String NAME = "local.json";
    private static final String STATE = "stack.json";

    /// @param root the folder with `.kept` in it
    /// @throws CommandFailed when no stack was ever started there
    static StackFile read(Path root, Map<String, String> environment) {
        Path file = home(root, environment).resolve(NAME);
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

    /// Keys are not for logs.
    @Override
    public String toString() {
        return "StackFile[" + url + "]";
    }

    /// What KEPT_HOME says; else `.kept`, unless it is the ephemeral stack inside it that runs.
    private static Path home(Path root, Map<String, String> environment) {
        String given = environment.get("KEPT_HOME");
        if (given != null) {
            return Path.of(given);
        }
        Path kept = root.resolve(".kept");
        return List.of(kept, kept.resolve("ephemeral")).stream()
                .filter(StackFile::isRunning)
                .findFirst()
                .orElse(kept);
    }

    private static boolean isRunning(Path home) {
        try {
            long pid = Json.MAPPER
                    .readTree(Files.readString(home.resolve(STATE)))
                    .path("pid")
                    .asLong();
            return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
        } catch (IOException _) {
            return false;
        }
    }
}
