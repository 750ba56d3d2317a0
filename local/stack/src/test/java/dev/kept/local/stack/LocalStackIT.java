package dev.kept.local.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kept.local.stack.aws.AwsJson;
import dev.kept.local.stack.aws.Queues;
import dev.kept.local.stack.aws.Tables;
import dev.kept.local.template.QueueModel;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// A small system on real local servers, started as `./kept up --ephemeral` starts the whole one.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LocalStackIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient http = HttpClient.newHttpClient();
    private Path home;
    private LocalStack stack;
    private Queues queues;
    private AwsJson dynamodb;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        home = folder;
        stack = LocalStack.start(StackOptions.forTests(home)
                .withSystem(Path.of("src/test/resources/small/template.yaml"), List.of(Path.of("target/test-classes")))
                .withProgress(System.out::println));
        queues = new Queues(new AwsJson(http, URI.create(stack.endpoint("sqs")), "sqs", "AmazonSQS"));
        dynamodb = new AwsJson(http, URI.create(stack.endpoint("dynamodb")), "dynamodb", "DynamoDB_20120810");
    }

    @AfterAll
    void stop() throws Exception {
        stack.close();
        assertFalse(Files.exists(home.resolve("local.json")), "an ephemeral stack keeps nothing");
    }

    @Test
    void keepsItsKeysWhereOnlyTheirOwnerReadsThem() throws Exception {
        assertEquals("good", stack.keys().apiKey());
        assertEquals(
                "[GROUP_READ]",
                Files.getPosixFilePermissions(home.resolve("stack.json")).stream()
                        .filter(permission -> permission.name().equals("GROUP_READ"))
                        .toList()
                        .toString());
        assertEquals(
                2, Files.getPosixFilePermissions(home.resolve("local.json")).size());
    }

    @Test
    void answersThroughTheFunctionBehindARoute() throws Exception {
        HttpResponse<String> reply = post("/echo/a%20b", "good", "hello");
        assertEquals(200, reply.statusCode());
        assertTrue(reply.body().startsWith("a b|hello|"), reply::body);
    }

    @Test
    void asksTheAuthorizerOnceForAKey() throws Exception {
        String first = post("/echo/x", "good-again", "").body();
        assertEquals(first, post("/echo/x", "good-again", "").body());
    }

    @Test
    void refusesEveryKindOfWrongRequestInOneForm() throws Exception {
        assertProblem(401, send(request("/echo/x").POST(HttpRequest.BodyPublishers.noBody())));
        assertProblem(401, post("/echo/x", "bad", ""));
        assertProblem(404, send(request("/nowhere").GET()));
        assertProblem(405, send(request("/echo/x").GET()));
        assertProblem(413, post("/echo/x", "good", "x".repeat(11 * 1024 * 1024)));
        assertProblem(500, post("/echo/fail", "good", ""));
        assertProblem(503, post("/echo/sleep", "good", ""));
    }

    @Test
    void comesBackAfterTheFunctionsProcessDied() throws Exception {
        HttpResponse<String> during = post("/echo/die", "good", "");
        assertProblem(503, during);
        assertEquals("1", during.headers().firstValue("retry-after").orElse(""));
        Instant until = Instant.now().plus(PATIENCE);
        while (send(request("/open").GET()).statusCode() != 200) {
            assertTrue(Instant.now().isBefore(until), "the host did not come back");
            Thread.onSpinWait();
        }
    }

    @Test
    void parksAMessageThatFailsTooOftenAndDeletesTheOthers() throws Exception {
        send("Work", "bad message", "");
        send("Work", "fine message", "");
        assertEquals("bad message", receive("Parked"));
        awaitSeen("fine message");
    }

    @Test
    void keepsTheOrderOfAGroup() throws Exception {
        for (int i = 0; i < 5; i++) {
            send("Ordered", "ordered-" + i, "group");
        }
        List<String> seen = new ArrayList<>();
        Instant until = Instant.now().plus(PATIENCE);
        while (seen.size() < 5 && Instant.now().isBefore(until)) {
            seen.addAll(bodies("Seen", "ordered-"));
        }
        assertEquals(List.of("ordered-0", "ordered-1", "ordered-2", "ordered-3", "ordered-4"), seen);
    }

    @Test
    void seesWhatTheFilterWantsAndGivesUpWhatFailsTooOften() throws Exception {
        put("unwanted", false);
        put("first", true);
        put("bad one", true);
        put("last", true);
        awaitSeen("first");
        awaitSeen("last");
        JsonNode givenUp = AwsJson.JSON.readTree(receive("GivenUp"));
        assertEquals(
                "RetryAttemptsExhausted",
                givenUp.path("requestContext").path("condition").asText());
        assertTrue(givenUp.path("DDBStreamBatchInfo").path("batchSize").asInt() >= 1, givenUp::toString);
    }

    @Test
    void deletesWhatHasExpiredAndNothingElse() throws Exception {
        String table = stack.system().tables().getFirst().name();
        Instant now = Instant.now();
        putExpiring(table, "over", now.minusSeconds(60));
        putExpiring(table, "not-yet", now.plusSeconds(60));

        assertEquals(1, new Tables(dynamodb).deleteExpired(stack.system().tables(), now));
        assertTrue(item(table, "over").isMissingNode());
        assertFalse(item(table, "not-yet").isMissingNode());
    }

    private void putExpiring(String table, String id, Instant at) throws Exception {
        ObjectNode put = AwsJson.object().put("TableName", table);
        ObjectNode item = put.putObject("Item");
        item.putObject("id").put("S", id);
        item.putObject("expiresAt").put("N", Long.toString(at.getEpochSecond()));
        dynamodb.call("PutItem", put);
    }

    private JsonNode item(String table, String id) throws Exception {
        ObjectNode get = AwsJson.object().put("TableName", table);
        get.putObject("Key").putObject("id").put("S", id);
        return dynamodb.call("GetItem", get).path("Item");
    }

    private void put(String id, boolean wanted) throws Exception {
        ObjectNode put = AwsJson.object().put("TableName", "Items");
        ObjectNode item = put.putObject("Item");
        item.putObject("id").put("S", id);
        if (wanted) {
            item.putObject("wanted").put("S", "yes");
        }
        dynamodb.call("PutItem", put);
    }

    private QueueModel queue(String logicalId) {
        return stack.system().queues().stream()
                .filter(queue -> queue.logicalId().equals(logicalId))
                .findFirst()
                .orElseThrow();
    }

    private void send(String queue, String body, String group) throws Exception {
        ObjectNode message = AwsJson.object().put("MessageBody", body);
        if (!group.isEmpty()) {
            message.put("MessageGroupId", group);
        }
        queues.send(queue(queue).url(), message);
    }

    private String receive(String queue) throws Exception {
        Instant until = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(until)) {
            List<JsonNode> messages = queues.receive(queue(queue).url(), 1, Duration.ofSeconds(1));
            if (!messages.isEmpty()) {
                return messages.getFirst().path("Body").asText();
            }
        }
        throw new AssertionError("nothing came to " + queue);
    }

    private void awaitSeen(String body) throws Exception {
        Instant until = Instant.now().plus(PATIENCE);
        while (bodies("Seen", body).isEmpty()) {
            assertTrue(Instant.now().isBefore(until), "not seen: " + body);
        }
    }

    /// Takes the messages that begin so, and hands back the others at once.
    private List<String> bodies(String queue, String prefix) throws Exception {
        List<String> bodies = new ArrayList<>();
        for (JsonNode message : queues.receive(queue(queue).url(), 10, Duration.ofSeconds(1))) {
            String body = message.path("Body").asText();
            if (body.startsWith(prefix)) {
                queues.delete(queue(queue).url(), List.of(message));
                bodies.add(body);
            } else {
                queues.makeVisibleIn(queue(queue).url(), List.of(message), Duration.ZERO);
            }
        }
        return bodies;
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(stack.url() + path)).timeout(PATIENCE);
    }

    private HttpResponse<String> post(String path, String key, String body) throws Exception {
        return send(request(path)
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "text/plain")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static void assertProblem(int status, HttpResponse<String> reply) throws Exception {
        assertEquals(status, reply.statusCode(), reply::body);
        assertEquals(
                "application/problem+json",
                reply.headers().firstValue("content-type").orElse(""));
        JsonNode problem = AwsJson.JSON.readTree(reply.body());
        assertEquals(status, problem.path("status").asInt());
        assertFalse(problem.path("requestId").asText().isEmpty());
    }
}
