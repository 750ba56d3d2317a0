package dev.kept.local.lambda;

import java.nio.file.Path;
import java.util.Map;

/// A function as Lambda is told about it.
///
/// @param folder its unpacked zip
public record FunctionCode(
        String name, String handler, Path folder, int memoryMegabytes, Map<String, String> environment) {
    public FunctionCode {
        environment = Map.copyOf(environment);
    }
}
