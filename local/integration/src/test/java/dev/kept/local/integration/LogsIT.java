package dev.kept.local.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/// The last of all: what the whole run made the stack say. It says something itself first, so that it can be run alone.
@OnTheStack
@Order(Integer.MAX_VALUE)
class LogsIT {
    /// Planted by this class and by others.
    private static final List<String> SECRETS =
            List.of("AKIAQ3EGTRX7ZJ5WBMNP", "gangway-Otter-9917", "4539 1488 0343 6467", "sealion-4471");

    /// Shorter ones may be words of ours.
    private static final int TELLING = 24;

    private final Stack stack;
    private final Client user;

    LogsIT(Stack stack) {
        this.stack = stack;
        this.user = stack.user("discreet");
    }

    @BeforeAll
    void saySomething() {
        user.post("/v1/sessions", "{\"sessionId\":\"s\",\"context\":{}}").expect(201);
        Reply added = user.post("/v1/sessions/s/turns", """
                {"turns":[{"role":"user","content":"I always moor the pilot boat behind the fish market."},
                          {"role":"user","content":"The AWS key is AKIAQ3EGTRX7ZJ5WBMNP."}]}""").expect(202);
        user.await(added.text("operationId"));
        user.post("/v1/search", "{\"query\":\"where does the pilot boat lie\"}").expect(200);
        user.post("/v1/search", "{\"query\":\"where does the pilot boat lie\",\"limit\":-1}");
        user.post(
                "/v1/memories", "{\"content\":\"The pilot boat needs a new propeller shaft.\",\"type\":\"nonsense\"}");
    }

    @Test
    void tellNoSecretAndNothingThatWasSaid() {
        String logs = stack.logs();
        List<String> said = new ArrayList<>(List.of(
                "pilot boat behind the fish market",
                "where does the pilot boat lie",
                "propeller shaft",
                "marks a wreck",
                "blink twice"));
        said.addAll(SECRETS);
        contents("events").forEach(said::add);
        contents("local/cli/src/main/resources/dev/kept/local/cli").forEach(said::add);
        for (String words : said) {
            assertFalse(logs.contains(words), () -> "a log holds: " + words);
        }
    }

    @Test
    void nameUsersOnlyByAHash() {
        String host = stack.hostLog();
        for (String userId : stack.userIds()) {
            assertFalse(host.contains("USER#" + userId), userId);
            assertFalse(host.contains("\"" + userId + "\""), userId);
        }
        assertTrue(lines("request.answered").stream()
                .anyMatch(line -> line.path("user").asText().matches("[0-9a-f]{12}")));
    }

    @Test
    void haveOneLineOfJsonForEveryDecision() {
        for (String decision : List.of(
                "request.answered",
                "request.refused",
                "caller.checked",
                "work.dispatched",
                "records.indexed",
                "memories.extracted",
                "message.done")) {
            List<JsonNode> lines = lines(decision);
            assertFalse(lines.isEmpty(), decision);
            for (JsonNode line : lines) {
                for (String key : List.of("timestamp", "level", "function", "requestId")) {
                    assertTrue(line.has(key), () -> decision + " has no " + key + ": " + line);
                }
            }
        }
        for (JsonNode line : lines("request.answered")) {
            assertTrue(line.path("route").asText().matches("[A-Z]+:/.*"), line::toString);
            assertTrue(
                    line.path("tookMs").isIntegralNumber()
                            && line.path("status").isInt(),
                    line::toString);
        }
    }

    @Test
    void haveNoMeasurementThatDoesNotFit() {
        assertEquals(List.of(), lines("measurement.dropped"));
        assertEquals(List.of(), lines("metrics.lost"));
    }

    private List<JsonNode> lines(String decision) {
        return stack.hostLog()
                .lines()
                .filter(line -> line.startsWith("{") && line.contains("\"" + decision + "\""))
                .map(Json::read)
                .filter(line -> line.path("message").asText().equals(decision))
                .toList();
    }

    /// Everything that samples and demonstrations say.
    private static Set<String> contents(String folder) {
        try (Stream<Path> files = Files.walk(Repository.file(folder))) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .map(Repository::text)
                    .flatMap(text -> texts(Json.read(text)))
                    .filter(text -> text.length() >= TELLING && text.contains(" "))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> texts(JsonNode json) {
        List<JsonNode> contents = new ArrayList<>();
        contents.addAll(json.findValues("content"));
        contents.addAll(json.findValues("query"));
        json.findValues("body").stream()
                .filter(body -> body.isTextual() && body.asText().startsWith("{"))
                .map(body -> readable(body.asText()))
                .forEach(body -> {
                    contents.addAll(body.findValues("content"));
                    contents.addAll(body.findValues("query"));
                });
        return contents.stream().filter(JsonNode::isTextual).map(JsonNode::asText);
    }

    /// Some samples are broken on purpose.
    private static JsonNode readable(String body) {
        try {
            return Json.read(body);
        } catch (AssertionError _) {
            return Json.object("{}");
        }
    }
}
