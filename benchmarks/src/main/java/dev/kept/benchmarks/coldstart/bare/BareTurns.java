package dev.kept.benchmarks.coldstart.bare;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;

/// Beside `turns`: reads a session, and writes the turns of the body with what they change, in one transaction.
public final class BareTurns implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
    private final ObjectMapper json = new ObjectMapper();
    private final BareStore store = new BareStore();

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        try {
            JsonNode body = json.readTree(event.getBody());
            store.read("bare-session");
            store.writeTogether(body.path("turns"));
            return BareReply.of(json, 202, body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
