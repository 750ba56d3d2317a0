package dev.kept.local.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InvokeServerTest {

    private final CountDownLatch ran = new CountDownLatch(1);
    private final HttpClient http = HttpClient.newHttpClient();
    private InvokeServer server;

    @BeforeEach
    void start() throws Exception {
        Invocable echo = (event, reply, _) -> {
            event.transferTo(reply);
            ran.countDown();
        };
        Invocable broken = (_, _, _) -> {
            throw new IllegalStateException("as asked");
        };
        server = InvokeServer.start(0, Map.of("echo", function("echo", echo), "broken", function("broken", broken)));
    }

    private static LoadedFunction function(String name, Invocable handler) {
        return new LoadedFunction(new FunctionDeclaration(name, "a.B", 5, 128, false, "", Map.of()), handler);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void repliesWithWhatTheFunctionReplies() throws Exception {
        HttpResponse<String> reply = invoke("echo", "RequestResponse");
        assertEquals(200, reply.statusCode());
        assertEquals("{\"a\":1}", reply.body());
        assertTrue(reply.headers().firstValue("X-Amz-Function-Error").isEmpty());
    }

    @Test
    void marksAnUnhandledFailure() throws Exception {
        HttpResponse<String> reply = invoke("broken", "RequestResponse");
        assertEquals(200, reply.statusCode());
        assertEquals(
                "Unhandled", reply.headers().firstValue("X-Amz-Function-Error").orElse(""));
        assertTrue(reply.body().contains("as asked"));
    }

    @Test
    void doesNotWaitForAnEvent() throws Exception {
        HttpResponse<String> reply = invoke("echo", "Event");
        assertEquals(202, reply.statusCode());
        assertEquals("", reply.body());
        assertTrue(ran.await(5, TimeUnit.SECONDS));
    }

    @Test
    void doesNotKnowOtherFunctions() throws Exception {
        assertEquals(404, invoke("other", "RequestResponse").statusCode());
    }

    private HttpResponse<String> invoke(String function, String type) throws Exception {
        URI uri =
                URI.create("http://127.0.0.1:" + server.port() + "/2015-03-31/functions/" + function + "/invocations");
        HttpRequest request = HttpRequest.newBuilder(uri)
                .header("X-Amz-Invocation-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString("{\"a\":1}"))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
