package dev.kept.local.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.context.ApplicationContext;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LoadedFunctionTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static ApplicationContext context;

    @BeforeAll
    static void start() {
        context = ApplicationContext.run();
    }

    @AfterAll
    static void stop() {
        context.close();
    }

    @Test
    void readsAndWritesHttpEventsAsTheJavaRuntimeDoes() throws Exception {
        JsonNode reply = invoke(
                HandlersUnderTest.Http.class,
                "{\"version\":\"2.0\",\"requestContext\":{\"http\":{\"method\":\"PATCH\"}}}");
        assertEquals(200, reply.path("statusCode").asInt());
        assertEquals("PATCH f", reply.path("body").asText());
    }

    @Test
    void readsQueueEventsAndWritesTheirBatchResponse() throws Exception {
        JsonNode reply = invoke(HandlersUnderTest.Queue.class, "{\"Records\":[{\"messageId\":\"m1\",\"body\":\"b\"}]}");
        assertEquals("{\"batchItemFailures\":[{\"itemIdentifier\":\"m1\"}]}", reply.toString());
    }

    @Test
    void readsStreamEventsWithTheirAttributeValues() throws Exception {
        String event = """
                {"Records":[{"eventName":"INSERT","dynamodb":{"ApproximateCreationDateTime":1.7e9,
                 "NewImage":{"id":{"S":"x1"}}}}]}
                """;
        assertEquals("\"x1\"", invoke(HandlersUnderTest.Stream.class, event).toString());
    }

    @Test
    void findsTheTypesOfAHandlerFarUp() throws Exception {
        assertEquals(
                "{\"got\":[1,2]}",
                invoke(HandlersUnderTest.Inherited.class, "[1,2]").toString());
    }

    @Test
    void passesBytesThroughToStreamHandlers() throws Exception {
        assertEquals(
                "{\"a\":1}", invoke(HandlersUnderTest.Bytes.class, "{\"a\":1}").toString());
    }

    @Test
    void givesHandlersTheSharedContextWhereTheyTakeOne() throws Exception {
        assertEquals(
                "\"shared\"", invoke(HandlersUnderTest.Micronaut.class, "{}").toString());
    }

    @Test
    void describesAnUnhandledFailureAsLambdaDoes() throws Exception {
        InvocationResult result = run(HandlersUnderTest.Failing.class, "{}", 5);
        assertTrue(result.failed());
        JsonNode error = JSON.readTree(result.body());
        assertEquals("as asked", error.path("errorMessage").asText());
        assertEquals("java.lang.IllegalStateException", error.path("errorType").asText());
        assertFalse(error.path("stackTrace").isEmpty());
    }

    @Test
    void endsAHandlerThatIsLate() throws Exception {
        InvocationResult result = run(HandlersUnderTest.Late.class, "{}", 1);
        assertTrue(result.failed());
        assertEquals(
                "RequestId: id Error: Task timed out after 1.00 seconds",
                JSON.readTree(result.body()).path("errorMessage").asText());
    }

    @Test
    void whatNobodyWaitsForRunsBelowRequestsAndOnNoneOfTheirThreads() throws Exception {
        assertEquals(
                "\"virtual 5\"", invoke(HandlersUnderTest.Where.class, "{}").toString());
        assertEquals(
                "\"platform " + Thread.MIN_PRIORITY + "\"",
                run(declaration(HandlersUnderTest.Where.class, 5, true), "{}").body());
    }

    @Test
    void saysWhichHandlerCannotBeLoaded() {
        var loader = new HandlerLoader(context);
        assertThrows(IllegalArgumentException.class, () -> loader.load("no.such.Handler"));
        assertThrows(IllegalArgumentException.class, () -> loader.load("java.util.ArrayList"));
    }

    private static JsonNode invoke(Class<?> handler, String event) throws Exception {
        InvocationResult result = run(handler, event, 5);
        assertFalse(result.failed(), result::body);
        return JSON.readTree(result.body());
    }

    private static InvocationResult run(Class<?> handler, String event, int timeoutSeconds) {
        return run(declaration(handler, timeoutSeconds, false), event);
    }

    private static FunctionDeclaration declaration(Class<?> handler, int timeoutSeconds, boolean background) {
        return new FunctionDeclaration("f", handler.getName(), timeoutSeconds, 128, background, "", Map.of());
    }

    private static InvocationResult run(FunctionDeclaration declaration, String event) {
        return new LoadedFunction(declaration, new HandlerLoader(context).load(declaration.handler()))
                .invoke("id", event.getBytes(StandardCharsets.UTF_8));
    }
}
