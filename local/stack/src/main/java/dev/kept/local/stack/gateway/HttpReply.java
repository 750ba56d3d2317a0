package dev.kept.local.stack.gateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What goes back to the client; `base64` tells how `body` is to be read.
record HttpReply(int status, Map<String, String> headers, List<String> cookies, String body, boolean base64) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int STATUS_MIN = 100;
    private static final int STATUS_MAX = 599;

    HttpReply {
        headers = Map.copyOf(headers);
        cookies = List.copyOf(cookies);
    }

    /// The gateway's own replies. API Gateway says `{"message": …}`; our contract has one form for every error.
    static HttpReply problem(int status, String type, String title, String detail, String requestId) {
        ObjectNode problem = JSON.createObjectNode()
                .put("type", "urn:kept:problem:" + type)
                .put("title", title)
                .put("status", status)
                .put("detail", detail)
                .put("requestId", requestId);
        return new HttpReply(
                status, Map.of("content-type", "application/problem+json"), List.of(), problem.toString(), false);
    }

    HttpReply with(String header, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new HttpReply(status, more, cookies, body, base64);
    }

    /// A function's reply: in format 2.0, or any other JSON, which API Gateway takes as the body of a 200.
    /// Empty where the function broke the format.
    static Optional<HttpReply> of(String reply) {
        try {
            JsonNode json = JSON.readTree(reply);
            if (!json.has("statusCode")) {
                return Optional.of(
                        new HttpReply(200, Map.of("content-type", "application/json"), List.of(), reply, false));
            }
            int status = json.path("statusCode").asInt();
            return status < STATUS_MIN || status > STATUS_MAX ? Optional.empty() : Optional.of(formatted(status, json));
        } catch (JsonProcessingException _) {
            return Optional.empty();
        }
    }

    private static HttpReply formatted(int status, JsonNode json) {
        var headers = new LinkedHashMap<String, String>();
        json.path("headers")
                .properties()
                .forEach(
                        header -> headers.put(header.getKey(), header.getValue().asText()));
        var cookies = new ArrayList<String>();
        json.path("cookies").forEach(cookie -> cookies.add(cookie.asText()));
        return new HttpReply(
                status,
                headers,
                cookies,
                json.path("body").asText(""),
                json.path("isBase64Encoded").asBoolean());
    }

    byte[] bytes() {
        return base64 ? Base64.getDecoder().decode(body) : body.getBytes(StandardCharsets.UTF_8);
    }
}
