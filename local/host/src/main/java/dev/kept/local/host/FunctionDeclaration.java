package dev.kept.local.host;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// One function as the supervisor read it from the template.
record FunctionDeclaration(String name, String handler, int timeoutSeconds, int memoryMegabytes) {

    static List<FunctionDeclaration> read(Path file) throws IOException {
        return List.of(new ObjectMapper().readValue(file.toFile(), FunctionDeclaration[].class));
    }
}
