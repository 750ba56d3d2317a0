package dev.kept.local.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Starts each function's zip as the managed runtime does: unpacked, under Lambda's own runtime client.
@OnTheStack
class PackagedFunctionsIT {
    /// One event for each function that has an answer without anything stored.
    private static final List<Sample> SAMPLES = List.of(
            new Sample("authorizer", "unknown-key"),
            new Sample("context", "build"),
            new Sample("context-building", "one-project"),
            new Sample("documents", "preview"),
            new Sample("extract", "text"),
            new Sample("extraction-rules", "show-as-yaml"),
            new Sample("health", "health"),
            new Sample("indexer", "turn-added"),
            new Sample("maintenance", "end-idle-sessions"),
            new Sample("memories", "create"),
            new Sample("memory-extraction", "turns"),
            new Sample("migration", "status"),
            new Sample("operations", "get"),
            new Sample("outbox", "turns-added"),
            new Sample("search", "search"),
            new Sample("session-end", "end"),
            new Sample("session-start", "start"),
            new Sample("sessions", "list"),
            new Sample("submissions", "malformed-json"),
            new Sample("turns", "list"),
            new Sample("users", "not-an-admin"));

    /// Parts of a reply that differ between two runs of the same request.
    private static final String[] MOVING = {"body", "multiValueHeaders", "headers", "cookies"};

    private final Stack stack;

    @TempDir
    Path folder;

    PackagedFunctionsIT(Stack stack) {
        this.stack = stack;
    }

    record Sample(String function, String event) {
        Path file() {
            return Repository.file("events/" + function + "/" + event + ".json");
        }

        Path zip() {
            return Repository.file("functions/" + function + "/target/" + function + ".zip");
        }
    }

    static Stream<Sample> samples() {
        return SAMPLES.stream();
    }

    @Test
    void everyFunctionHasASample() {
        assertEquals(
                stack.system().functions().stream()
                        .map(function -> function.name())
                        .sorted()
                        .toList(),
                SAMPLES.stream().map(Sample::function).sorted().toList());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void answersUnderTheRuntimeClientAsItDoesInProcess(Sample sample) throws IOException, InterruptedException {
        assertTrue(Files.exists(sample.zip()), () -> sample.zip() + " is missing: ./kept package makes it");
        unpack(sample.zip());
        String event = Repository.text(sample.file());
        try (RuntimeApi api = RuntimeApi.start(event)) {
            Process process = start(sample.function(), api);
            try {
                assertEquals(shape(stack.invoke(sample.function(), event)), shape(api.reply()));
            } finally {
                process.destroyForcibly().waitFor();
            }
        }
    }

    private Process start(String function, RuntimeApi api) throws IOException {
        String classPath = runtimeClient() + File.pathSeparator + folder + File.pathSeparator + folder + "/lib/*";
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                // Natives that a killed process leaves behind go with the test's folder.
                "-Djava.io.tmpdir=" + folder,
                "-cp",
                classPath,
                "com.amazonaws.services.lambda.runtime.api.client.AWSLambda",
                stack.handler(function));
        builder.environment().putAll(stack.environment());
        builder.environment().put("AWS_LAMBDA_RUNTIME_API", api.address());
        builder.environment().put("AWS_LAMBDA_FUNCTION_NAME", function);
        builder.environment().put("LAMBDA_TASK_ROOT", folder.toString());
        return builder.directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(Repository.file("local/integration/target/" + function + ".log")
                        .toFile())
                .start();
    }

    private static String runtimeClient() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(jar -> jar.contains("aws-lambda-java-"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static JsonNode shape(String reply) {
        JsonNode json = Json.read(reply);
        if (json instanceof ObjectNode object && object.has("statusCode")) {
            object.remove(List.of(MOVING));
        }
        return json;
    }

    private void unpack(Path zip) throws IOException {
        try (InputStream file = Files.newInputStream(zip);
                ZipInputStream entries = new ZipInputStream(file)) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                Path target = folder.resolve(entry.getName()).normalize();
                assertTrue(target.startsWith(folder), entry.getName());
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else {
                    Files.createDirectories(target.getParent());
                    Files.copy(entries, target);
                }
            }
        }
    }
}
