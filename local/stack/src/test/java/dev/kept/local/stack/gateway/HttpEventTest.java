package dev.kept.local.stack.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kept.local.stack.aws.AwsJson;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// Held against the example in
/// https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
class HttpEventTest {

    private static final Instant TIME = Instant.parse("2020-03-12T19:03:58.390Z");

    @Test
    void hasTheShapeThatAwsDocuments() throws Exception {
        JsonNode event = event(Requests.request(
                "POST",
                "/path/to%20x",
                Optional.of("parameter1=value1&parameter1=value2&parameter2=a%20b"),
                Map.of(
                        "Header1",
                        List.of("value1", "value2"),
                        "Content-Type",
                        List.of("text/plain"),
                        "Cookie",
                        List.of("a=1; b=2")),
                "Hello"));
        assertEquals("2.0", event.path("version").asText());
        assertEquals("POST /path/{proxy+}", event.path("routeKey").asText());
        assertEquals("/path/to x", event.path("rawPath").asText());
        assertEquals(
                "parameter1=value1&parameter1=value2&parameter2=a%20b",
                event.path("rawQueryString").asText());
        assertEquals("[\"a=1\",\"b=2\"]", event.path("cookies").toString());
        assertEquals("value1,value2", event.path("headers").path("header1").asText());
        assertFalse(event.path("headers").has("cookie"));
        assertEquals(
                "value1,value2",
                event.path("queryStringParameters").path("parameter1").asText());
        assertEquals(
                "a b", event.path("queryStringParameters").path("parameter2").asText());
        assertEquals("Hello", event.path("body").asText());
        assertFalse(event.path("isBase64Encoded").asBoolean(true));
        assertEquals("{\"proxy\":\"to x\"}", event.path("pathParameters").toString());
        JsonNode context = event.path("requestContext");
        assertEquals(
                "u1", context.path("authorizer").path("lambda").path("userId").asText());
        assertEquals("POST", context.path("http").path("method").asText());
        assertEquals("$default", context.path("stage").asText());
        assertEquals("12/Mar/2020:19:03:58 +0000", context.path("time").asText());
        assertEquals(TIME.toEpochMilli(), context.path("timeEpoch").asLong());
    }

    @Test
    void hasNoFieldThatAwsDoesNotSend() throws Exception {
        JsonNode event = event(Requests.get("/path/x"));
        var names = new TreeSet<String>();
        event.fieldNames().forEachRemaining(names::add);
        assertEquals(
                "[headers, isBase64Encoded, pathParameters, rawPath, rawQueryString, requestContext, routeKey, version]",
                names.toString());
    }

    @Test
    void sendsWhatIsNotTextInBase64() throws Exception {
        JsonNode event = event(Requests.request(
                "POST",
                "/path/x",
                Optional.empty(),
                Map.of("Content-Type", List.of("application/x-www-form-urlencoded")),
                "a=b"));
        assertTrue(event.path("isBase64Encoded").asBoolean());
        assertEquals("YT1i", event.path("body").asText());
    }

    @Test
    void tellsTheAuthorizerWhoAsksForWhat() throws Exception {
        HttpEvent event = of(Requests.get("/path/x"));
        JsonNode json = AwsJson.JSON.readTree(event.forAuthorizer(List.of("Bearer k")));
        assertEquals("REQUEST", json.path("type").asText());
        assertEquals("[\"Bearer k\"]", json.path("identitySource").toString());
        assertEquals(
                "arn:aws:execute-api:us-east-1:000000000000:local/$default/GET/path/x",
                json.path("routeArn").asText());
        assertFalse(json.has("body"));
        assertFalse(json.path("requestContext").has("authorizer"));
    }

    private static JsonNode event(IncomingRequest request) throws Exception {
        return AwsJson.JSON.readTree(
                of(request).forFunction(Optional.of(AwsJson.object().put("userId", "u1"))));
    }

    private static HttpEvent of(IncomingRequest request) {
        Route route = new Route(request.method(), "/path/{proxy+}", Requests.function("f"), Optional.empty());
        return new HttpEvent(request, route, route.match(request.path()).orElseThrow(), "id", TIME);
    }
}
