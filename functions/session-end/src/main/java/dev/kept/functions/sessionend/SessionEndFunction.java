package dev.kept.functions.sessionend;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.kept.runtime.lambda.KeptFunction;
import dev.kept.runtime.rate.RateLimits;
import io.micronaut.context.ApplicationContext;
import jakarta.inject.Inject;

/// Ends a session.
public final class SessionEndFunction extends KeptFunction<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
    @Inject
    SessionEndApi api;

    @Inject
    RateLimits limits;

    public SessionEndFunction() {}

    public SessionEndFunction(ApplicationContext context) {
        super(context);
    }

    @Override
    protected APIGatewayV2HTTPResponse execute(APIGatewayV2HTTPEvent event) {
        return api.routes().handle(event, limits);
    }
}
