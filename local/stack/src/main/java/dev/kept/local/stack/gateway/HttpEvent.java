package dev.kept.local.stack.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// API Gateway's events for HTTP APIs, payload format 2.0.
/// See https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
record HttpEvent(
        IncomingRequest request, Route route, Map<String, String> pathParameters, String requestId, Instant time) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final DateTimeFormatter COMMON_LOG =
            DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final String STAGE = "$default";
    private static final String API = "local";
    private static final int TRACE_DIGITS = 24;

    /// The event of the route's function; `authorized` is what the authorizer said about the caller.
    String forFunction(Optional<JsonNode> authorized) {
        ObjectNode event = common("2.0");
        ObjectNode context = requestContext();
        authorized.ifPresent(values -> context.putObject("authorizer").set("lambda", values));
        event.set("requestContext", context);
        putBody(event);
        return event.toString();
    }

    /// The event of a REQUEST authorizer.
    /// See https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-lambda-authorizer.html
    String forAuthorizer(List<String> identity) {
        ObjectNode event = common("2.0");
        event.put("type", "REQUEST");
        event.put(
                "routeArn",
                "arn:aws:execute-api:us-east-1:000000000000:" + API + "/" + STAGE + "/" + request.method() + path());
        ArrayNode source = event.putArray("identitySource");
        identity.forEach(source::add);
        event.set("requestContext", requestContext());
        return event.toString();
    }

    private ObjectNode common(String version) {
        ObjectNode event = JSON.createObjectNode().put("version", version);
        event.put("routeKey", route.key());
        event.put("rawPath", path());
        event.put("rawQueryString", request.query().orElse(""));
        List<String> cookies = request.cookies();
        if (!cookies.isEmpty()) {
            ArrayNode array = event.putArray("cookies");
            cookies.forEach(array::add);
        }
        event.set("headers", headers());
        putIfAny(event, "queryStringParameters", request.queryParameters());
        putIfAny(event, "pathParameters", pathParameters);
        return event;
    }

    /// API Gateway hands the path over decoded, for all that the field is called raw.
    private String path() {
        return IncomingRequest.decodeSegment(request.path());
    }

    private ObjectNode headers() {
        ObjectNode headers = text(request.joinedHeaders());
        headers.put("x-amzn-trace-id", traceId());
        headers.put("x-forwarded-for", request.sourceIp());
        headers.put("x-forwarded-proto", "http");
        return headers;
    }

    private String traceId() {
        String digits = UUID.nameUUIDFromBytes(requestId.getBytes(StandardCharsets.UTF_8))
                .toString()
                .replace("-", "");
        return "Root=1-" + HexFormat.of().toHexDigits((int) time.getEpochSecond()) + "-"
                + digits.substring(0, TRACE_DIGITS);
    }

    private ObjectNode requestContext() {
        ObjectNode context = JSON.createObjectNode()
                .put("accountId", "000000000000")
                .put("apiId", API)
                .put("domainName", host())
                .put("domainPrefix", API);
        context.putObject("http")
                .put("method", request.method())
                .put("path", path())
                .put("protocol", request.protocol())
                .put("sourceIp", request.sourceIp())
                .put("userAgent", request.header("user-agent").orElse(""));
        return context.put("requestId", requestId)
                .put("routeKey", route.key())
                .put("stage", STAGE)
                .put("time", COMMON_LOG.format(time))
                .put("timeEpoch", time.toEpochMilli());
    }

    private String host() {
        String host = request.header("host").orElse("127.0.0.1");
        int port = host.lastIndexOf(':');
        return port > host.lastIndexOf(']') ? host.substring(0, port) : host;
    }

    /// Only what is known to be text goes as text; so even a form arrives in Base64, as it does in AWS.
    private void putBody(ObjectNode event) {
        if (request.body().isEmpty()) {
            event.put("isBase64Encoded", false);
            return;
        }
        boolean text = request.header("content-type").map(HttpEvent::isText).orElse(false);
        byte[] bytes = request.body().bytes();
        event.put(
                "body",
                text
                        ? new String(bytes, StandardCharsets.UTF_8)
                        : Base64.getEncoder().encodeToString(bytes));
        event.put("isBase64Encoded", !text);
    }

    private static boolean isText(String contentType) {
        String type = contentType.split(";", -1)[0].strip().toLowerCase(Locale.ROOT);
        return type.startsWith("text/")
                || List.of("application/json", "application/javascript", "application/xml")
                        .contains(type)
                || type.endsWith("+json")
                || type.endsWith("+xml");
    }

    private static void putIfAny(ObjectNode event, String name, Map<String, String> values) {
        if (!values.isEmpty()) {
            event.set(name, text(values));
        }
    }

    private static ObjectNode text(Map<String, String> values) {
        ObjectNode node = JSON.createObjectNode();
        values.forEach(node::put);
        return node;
    }
}
