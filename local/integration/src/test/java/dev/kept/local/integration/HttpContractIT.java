package dev.kept.local.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kept.local.template.EventModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// The template, docs/api/openapi.yaml and what is really answered say the same. Every reply that any test here gets is
/// held against the OpenAPI file by [Client]; this class sees that every operation is among them.
@OnTheStack
final class HttpContractIT {

    private final Stack stack;
    private final Contract contract;
    private final Household household;

    HttpContractIT(Stack stack) {
        this.stack = stack;
        this.contract = stack.contract();
        this.household = Household.of(stack, "examples");
        household
                .user()
                .post("/v1/sessions", "{\"sessionId\":\"s_01KB0C6W1M8Q5T3Z7R9V2X4Y6A\"}")
                .expect(201);
    }

    @Test
    void templateAndDescriptionHaveTheSameRoutes() {
        var template = new TreeSet<String>();
        var open = new TreeSet<String>();
        stack.system()
                .functions()
                .forEach(function -> function.events().forEach(event -> {
                    if (event instanceof EventModel.Route route) {
                        template.add(route.method() + " " + route.path());
                        route.authorizer()
                                .filter("NONE"::equals)
                                .ifPresent(_ -> open.add(route.method() + " " + route.path()));
                    }
                }));

        assertEquals(
                template,
                contract.operations().stream().map(Operation::routeKey).collect(Collectors.toCollection(TreeSet::new)));
        assertEquals(
                open,
                contract.operations().stream()
                        .filter(Operation::isOpen)
                        .map(Operation::routeKey)
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void servesTheDescriptionAsItIsWritten() {
        assertEquals(
                contract.document(),
                stack.stranger().get("/v1/openapi.json").expect(200).json());
    }

    @Test
    void everyOperationAnswersAsDescribed() {
        Household another = Household.of(stack, "contract");
        var ordered = new ArrayList<>(contract.operations());
        ordered.sort(Comparator.comparing(operation -> switch (operation.id()) {
            case "deleteUser" -> 4;
            case "deleteMemory", "deleteSession", "deleteApiKey", "deleteTemplate" -> 3;
            case "splitMemory" -> 2;
            default -> 1;
        }));

        ordered.forEach(operation -> {
            Reply reply = another.clientOf(operation).send(another.call(operation));
            assertTrue(reply.status() < 300, reply::toString);
        });

        assertEquals(
                contract.operations().stream().map(Operation::id).collect(Collectors.toSet()), contract.succeeded());
    }

    @Test
    void everyOperationAnswersAsDescribedWhenAllIsAsked() {
        Client user = stack.user("contract");
        String parent = user.post("/v1/sessions", "{\"projectId\":\"ferry\",\"title\":\"First\"}")
                .expect(201)
                .text("sessionId");
        JsonNode session = user.post("/v1/sessions", Json.object("""
                        {"sessionId":"my-own.id:1@home","projectId":"ferry","title":"Second","tags":["b","a"],
                         "metadata":{"a":{"b":[1,2.5,null,true,"x"]}},"startedAt":"2026-11-02T10:15:00+01:00",
                         "context":{"maxTokens":500,"query":"anything"}}""").put("parentSessionId", parent))
                .expect(201)
                .json();
        assertEquals("2026-11-02T09:15:00.000Z", session.path("startedAt").asText());
        assertEquals(Json.read("{\"a\":{\"b\":[1,2.5,null,true,\"x\"]}}"), session.path("metadata"));
        assertTrue(session.path("context").path("tokens").asInt() <= 500);
        user.post("/v1/sessions", "{\"sessionId\":\"my-own.id:1@home\",\"projectId\":\"ferry\"}")
                .expect(200);
        user.post("/v1/sessions", "{\"sessionId\":\"my-own.id:1@home\",\"projectId\":\"other\"}")
                .expectProblem(409, "conflict", "");

        String path = "/v1/sessions/my-own.id:1@home";
        Reply added = user.post(path + "/turns", """
                        {"turns":[
                          {"id":"1","role":"user","speaker":"Ada","content":"We decided to use RabbitMQ for the quay orders.",
                           "occurredAt":"2026-11-02T09:16:00Z","metadata":{"k":"v"},"extract":true},
                          {"role":"tool","content":"exit code 0","extract":false}]}""").expect(202);
        assertEquals(
                "succeeded",
                user.await(added.text("operationId")).path("status").asText());
        Reply again = user.post(path + "/turns", """
                        {"turns":[{"id":"1","role":"user","content":"We decided to use RabbitMQ for the quay orders."}]}""").expect(202);
        assertEquals("duplicate", again.json().at("/turns/0/status").asText());
        assertEquals(added.json().at("/turns/0/turnId"), again.json().at("/turns/0/turnId"));

        user.get(path + "/turns?limit=1").expect(200);
        user.get(path + "/suggestions?limit=3").expect(200);
        user.get(path + "/chain").expect(200);
        user.post(path + "/recover", "{\"maxTokens\":300}").expect(200);
        user.post("/v1/search", """
                        {"query":"which broker do we use","projectId":"ferry","kinds":["memory","turn"],"explain":true,
                         "mode":"hybrid","limit":100,"from":"2026-01-01"}""").expect(200);
        for (String mode : List.of("semantic", "keyword")) {
            user.post("/v1/search", "{\"query\":\"broker\",\"explain\":true,\"mode\":\"" + mode + "\"}")
                    .expect(200);
        }
        String memory = user.post("/v1/memories", "{\"content\":\"The quay orders go over RabbitMQ.\"}")
                .expect(201)
                .text("memoryId");
        user.get("/v1/memories/" + memory + "/similar?kinds=memory,turn&projectId=ferry&limit=5")
                .expect(200);
        Reply context = user.post(
                        "/v1/context",
                        "{\"sessionId\":\"my-own.id:1@home\",\"maxTokens\":400,\"include\":[\"memory\"]}")
                .expect(201);
        user.get("/v1/contexts/" + context.text("contextId") + "/versions?limit=1")
                .expect(200);
        user.post(path + "/end", "{\"reason\":\"done\",\"summary\":\"Orders go over RabbitMQ.\"}")
                .expect(202);
        user.get("/v1/sessions?status=ended&projectId=ferry&tag=a&from=2026-01-01&to=2027-01-01&limit=5")
                .expect(200);
        user.get("/v1/turns?projectId=ferry&from=2026-01-01T00:00:00Z").expect(200);
        user.get("/v1/memories?projectId=ferry&type=decision&status=active&sessionId=my-own.id:1@home&asOf=2026-12-01")
                .expect(200);
        user.post("/v1/extract", "{\"text\":\"I prefer short answers. My key is AKIAQ3EGTRX7ZJ5WBMNP.\"}")
                .expect(200);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void takesTheExamplesOfTheDescription(Operation operation, JsonNode example) {
        Reply reply =
                household.clientOf(operation).send(household.call(operation).body(household.withOwn(example)));
        assertTrue(reply.status() < 300, reply::toString);
    }

    Stream<Object[]> examples() {
        return contract.operations().stream()
                .flatMap(operation ->
                        operation.requestExamples().stream().map(example -> new Object[] {operation, example}));
    }

    /// What one side takes and the other does not would break somebody's client.
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            startSession   | {"title":null,"projectId":null,"parentSessionId":null}
            startSession   | {"tags":[],"metadata":{}}
            startSession   | {"projectId":"Überfahrt / 船 ⛴"}
            startSession   | {"startedAt":"2026-11-02"}
            changeSession  | {}
            changeSession  | {"title":null}
            endSession     | {"reason":null,"summary":null}
            addTurns       | {"turns":[{"role":"system","content":"x","id":null,"speaker":null}]}
            createMemory   | {"content":"x","importance":0}
            createMemory   | {"content":"x","importance":1,"pinned":false}
            createMemory   | {"content":"x","type":"code","entities":["A"],"tags":["b"]}
            createMemory   | {"content":"x","spaceId":null,"sessionId":null,"projectId":null}
            giveFeedback   | {"signal":"not_useful","contextId":null,"comment":null}
            search         | {"query":"x","kinds":[],"types":[],"spaceIds":[]}
            search         | {"query":"x","types":["fact","entity"],"tags":["a"],"entities":["b"]}
            search         | {"query":"x","projectId":null,"limit":100}
            search         | {"query":"x","asOf":"2026-11-02T09:15:00.000Z"}
            buildContext   | {}
            buildContext   | {"sessionId":null,"projectId":null,"query":null,"maxTokens":100,"template":"markdown"}
            previewContext | {"include":["turn"],"maxTokens":100000}
            """)
    void serverAndDescriptionTakeTheSame(String operationId, String body) {
        Operation operation = contract.operation(operationId);

        assertEquals(List.of(), contract.requestViolations(operation, Json.read(body)));
        Reply reply =
                household.clientOf(operation).send(household.call(operation).body(body));
        assertTrue(reply.status() < 300, reply::toString);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            startSession   | {"sessionId":"a b"}
            startSession   | {"sessionId":""}
            startSession   | {"projectId":""}
            startSession   | {"parentSessionId":"a/b"}
            startSession   | {"tags":[""]}
            startSession   | {"tags":"a"}
            startSession   | {"metadata":[]}
            startSession   | {"startedAt":"02.11.2026"}
            startSession   | {"startedAt":1795341600}
            startSession   | {"context":{"maxTokens":"500"}}
            startSession   | {"context":true}
            changeSession  | {"projectId":"other"}
            endSession     | {"reason":1}
            linkSession    | {"sessionId":"x","relation":"Continues"}
            addTurns       | {"turns":{}}
            addTurns       | {"turns":[{"role":"user","content":""}]}
            addTurns       | {"turns":[{"role":"user","content":7}]}
            addTurns       | {"turns":[{"role":"USER","content":"x"}]}
            addTurns       | {"turns":[{"role":"user","content":"x","extract":"yes"}]}
            addTurns       | {"turns":[{"role":"user","content":"x","id":""}]}
            addTurns       | {"turns":[{"role":"user","content":"x","speaker":" "}]}
            createMemory   | {"content":"  "}
            createMemory   | {"content":"x","importance":"high"}
            createMemory   | {"content":"x","type":"Fact"}
            createMemory   | {"content":"x","pinned":1}
            createMemory   | {"content":"x","sessionId":"a b"}
            createMemory   | {"content":"x","validFrom":"soon"}
            changeMemory   | {"importance":-0.1}
            changeMemory   | {"content":""}
            changeMemories | {"operations":[{"op":"delete"}]}
            changeMemories | {"operations":[{"op":"create","memory":{"content":"x","colour":"green"}}]}
            giveFeedback   | {"signal":"great"}
            giveFeedback   | {"signal":"useful","contextId":"a b"}
            search         | {"query":""}
            search         | {"query":"x","limit":101}
            search         | {"query":"x","limit":1.5}
            search         | {"query":"x","mode":"magic"}
            search         | {"query":"x","explain":"yes"}
            search         | {"query":"x","tags":[""]}
            buildContext   | {"maxTokens":99}
            buildContext   | {"maxTokens":1e9}
            buildContext   | {"include":["everything"]}
            extract        | {}
            extract        | {"text":"x","turns":[{"role":"user","content":"x"}]}
            extract        | {"text":" "}
            createUser     | {"userId":""}
            createUser     | {"userId":"a/b"}
            createApiKey   | {"userId":"x","name":""}
            createApiKey   | {"userId":"x","limits":{"write":{"perSecond":1}}}
            changeApiKey   | {}
            changeApiKey   | {"limits":{"all":{"perSecond":1,"burst":1}}}
            changeApiKey   | {"limits":{"write":{"perSecond":0,"burst":1}}}
            changeApiKey   | {"limits":{"write":{"perSecond":1,"burst":1.5}}}
            """)
    void serverAndDescriptionRefuseTheSame(String operationId, String body) {
        Operation operation = contract.operation(operationId);

        assertFalse(contract.requestViolations(operation, Json.read(body)).isEmpty(), "the description takes it");
        Reply reply =
                household.clientOf(operation).send(household.call(operation).body(body));
        // Of a batch each operation is answered alone.
        int status = reply.status() == 200 ? reply.json().at("/items/0/status").asInt() : reply.status();
        assertEquals(400, status, reply::toString);
    }
}
