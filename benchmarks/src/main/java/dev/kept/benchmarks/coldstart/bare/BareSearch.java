package dev.kept.benchmarks.coldstart.bare;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;

/// Beside `search` and `context`: embeds the question, asks the index by words and by meaning, and reads what the index
/// may lack.
public class BareSearch implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
    private final ObjectMapper json = new ObjectMapper();
    private final BareStore store = new BareStore();
    private final BareIndex index = new BareIndex();

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        try {
            JsonNode body = json.readTree(event.getBody());
            String question =
                    body.path("query").asText(body.at("/context/query").asText());
            ObjectNode reply = json.createObjectNode();
            reply.put("written", write(store, body));
            reply.put("found", index.find(question));
            reply.put("waiting", store.list());
            return BareReply.of(json, 200, reply);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What is written before the answer; nothing here.
    boolean write(BareStore keeping, JsonNode body) {
        return false;
    }
}
