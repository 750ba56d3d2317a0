package dev.kept.benchmarks.coldstart.bare;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Map;

final class BareReply {
    private BareReply() {}

    static APIGatewayV2HTTPResponse of(ObjectMapper json, int status, JsonNode body) throws IOException {
        return APIGatewayV2HTTPResponse.builder()
                .withStatusCode(status)
                .withHeaders(Map.of("Content-Type", "application/json"))
                .withBody(json.writeValueAsString(body))
                .build();
    }
}
