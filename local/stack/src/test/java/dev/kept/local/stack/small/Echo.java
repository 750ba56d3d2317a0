package dev.kept.local.stack.small;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.Map;
import java.util.Optional;

/// Says what it was sent; `fail`, `sleep` and `die` do what they say.
public final class Echo implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        String name = Optional.ofNullable(event.getPathParameters())
                .map(parameters -> parameters.get("name"))
                .orElse("open");
        switch (name) {
            case "fail" -> throw new IllegalStateException("as asked");
            case "sleep" -> sleep();
            case "die" -> Runtime.getRuntime().halt(137);
            default -> {}
        }
        Object calls = Optional.ofNullable(event.getRequestContext().getAuthorizer())
                .map(authorizer -> authorizer.getLambda().get("calls"))
                .orElse("");
        return APIGatewayV2HTTPResponse.builder()
                .withStatusCode(200)
                .withHeaders(Map.of("content-type", "text/plain"))
                .withBody(String.join("|", name, String.valueOf(event.getBody()), String.valueOf(calls)))
                .build();
    }

    private static void sleep() {
        try {
            Thread.sleep(60_000);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
