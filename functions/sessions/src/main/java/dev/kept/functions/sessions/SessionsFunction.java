package dev.kept.functions.sessions;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.kept.runtime.lambda.KeptFunction;
import dev.kept.runtime.rate.RateLimits;
import io.micronaut.context.ApplicationContext;
import jakarta.inject.Inject;

/// Reads, lists, changes, links and deletes sessions.
public final class SessionsFunction extends KeptFunction<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
    @Inject
    SessionsApi api;

    @Inject
    RateLimits limits;

    public SessionsFunction() {}

    public SessionsFunction(ApplicationContext context) {
        super(context);
    }

    @Override
    protected APIGatewayV2HTTPResponse execute(APIGatewayV2HTTPEvent event) {
        return api.routes().handle(event, limits);
    }
}
