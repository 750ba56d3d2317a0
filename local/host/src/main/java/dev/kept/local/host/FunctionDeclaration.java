package dev.kept.local.host;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// One function as the supervisor read it from the template.
///
/// @param background whether only events start it, so that nobody waits for its reply
/// @param codeUri where its zip is
/// @param environment its own; empty where it shares the host's
record FunctionDeclaration(
        String name,
        String handler,
        int timeoutSeconds,
        int memoryMegabytes,
        boolean background,
        String codeUri,
        Map<String, String> environment) {
    FunctionDeclaration {
        environment = Map.copyOf(environment);
    }

    Duration timeout() {
        return Duration.ofSeconds(timeoutSeconds);
    }

    static List<FunctionDeclaration> read(Path file) throws IOException {
        return List.of(new ObjectMapper().readValue(file.toFile(), FunctionDeclaration[].class));
    }
}
