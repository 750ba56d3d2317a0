package dev.kept.infra;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kept.local.template.EventModel;
import dev.kept.local.template.FunctionModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class FunctionsTest {
    private static final Set<FunctionModel> FUNCTIONS = Set.copyOf(Templates.SYSTEM.functions());

    /// Every configuration that an adapter or a function may read; a new one is added here, in Globals and in its
    /// record.
    private static final Set<String> ENVIRONMENT = Set.of(
            "KEPT_ACCOUNTS_TABLE",
            "KEPT_ARCHIVE_BUCKET",
            "KEPT_CACHE_ENDPOINT",
            "KEPT_CACHE_MODE",
            "KEPT_CONTEXTS_TABLE",
            "KEPT_CONTEXT_QUEUE_URL",
            "KEPT_EMBEDDING_MODEL",
            "KEPT_EXTRACTION_DAY_BUDGET",
            "KEPT_EXTRACTION_FOUNDATION_MODEL",
            "KEPT_EXTRACTION_MODEL",
            "KEPT_EXTRACTION_OWNER_BUDGET",
            "KEPT_EXTRACTION_PRICES",
            "KEPT_EXTRACTION_QUEUE_URL",
            "KEPT_EXTRACTION_SESSION_BUDGET",
            "KEPT_EXTRACTION_TIMEOUT",
            "KEPT_FLAGS_OFF",
            "KEPT_FLAGS_PARAMETER",
            "KEPT_MEMORIES_TABLE",
            "KEPT_METRICS",
            "KEPT_RATE_LIMIT_HEAVY",
            "KEPT_RATE_LIMIT_READ",
            "KEPT_RATE_LIMIT_WRITE",
            "KEPT_REDACT_PERSONAL",
            "KEPT_RERANK_MODEL",
            "KEPT_SUMMARY_MODEL",
            "KEPT_SEARCH_ENDPOINT",
            "KEPT_SEARCH_MODE",
            "KEPT_SESSIONS_TABLE",
            "KEPT_SESSION_IDLE",
            "KEPT_STAGE",
            "KEPT_SUBMISSIONS_DEAD_LETTER_QUEUE_URL",
            "KEPT_TRACES_ENDPOINT",
            "KEPT_VERSION");

    @ParameterizedTest
    @FieldSource("FUNCTIONS")
    void areNamedAfterTheirFolder(FunctionModel function) {
        String name = function.name();
        String simpleName = camelCase(name) + "Function";
        assertEquals(simpleName, function.logicalId());
        assertEquals(
                "dev.kept.functions." + name.replace("-", "") + "." + simpleName,
                function.handler(),
                "with '::method' the type of the event is taken from a method that leaves it open");
        assertEquals(
                Path.of("..", "functions", name, "target", name + ".zip").normalize(),
                function.codeUri().normalize());
    }

    @ParameterizedTest
    @FieldSource("FUNCTIONS")
    void shareOneEnvironment(FunctionModel function) {
        assertEquals(ENVIRONMENT, function.environment().keySet());
    }

    @ParameterizedTest
    @FieldSource("FUNCTIONS")
    void publishAVersionForEveryChange(FunctionModel function) {
        assertEquals(
                "true",
                Templates.MAIN
                        .at("/Resources/" + function.logicalId() + "/Properties/AutoPublishAliasAllProperties")
                        .asText());
    }

    @ParameterizedTest
    @FieldSource("FUNCTIONS")
    void answerBeforeTheHttpApiStopsWaiting(FunctionModel function) {
        boolean http = function.events().stream().anyMatch(EventModel.Route.class::isInstance);
        if (http) {
            assertTrue(function.timeout().compareTo(Duration.ofSeconds(30)) < 0);
        }
        if (function.name().equals("authorizer")) {
            assertTrue(function.timeout().compareTo(Duration.ofSeconds(10)) < 0);
        }
    }

    @Test
    void areAllInTheTemplate() throws IOException {
        Set<String> declared = FUNCTIONS.stream().map(FunctionModel::name).collect(Collectors.toSet());
        try (var folders = Files.list(Templates.ROOT.resolve("functions"))) {
            folders.filter(folder -> Files.exists(folder.resolve("pom.xml")))
                    .map(folder -> folder.getFileName().toString())
                    .forEach(folder -> assertTrue(declared.contains(folder), folder));
        }
    }

    /// One that kept to the standard would store what the deployment's policy forbids.
    @Test
    void redactByTheDeploymentsPolicy() throws IOException {
        try (var files = Files.walk(Templates.ROOT.resolve("functions"))) {
            List<Path> sources = files.filter(file -> file.toString().contains("/src/main/"))
                    .filter(file -> file.toString().endsWith(".java"))
                    .toList();
            for (Path source : sources) {
                assertFalse(Files.readString(source).contains("Redactor.standard()"), source::toString);
            }
        }
    }

    private static String camelCase(String name) {
        return Arrays.stream(name.split("-", -1))
                .map(part -> Character.toUpperCase(part.charAt(0)) + part.substring(1))
                .collect(Collectors.joining());
    }
}
