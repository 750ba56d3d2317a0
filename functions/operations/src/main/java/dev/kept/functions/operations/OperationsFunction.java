package dev.kept.functions.operations;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.kept.runtime.lambda.KeptFunction;
import dev.kept.runtime.rate.RateLimits;
import io.micronaut.context.ApplicationContext;
import jakarta.inject.Inject;

/// Tells how far work is that goes on after a reply.
public final class OperationsFunction extends KeptFunction<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
    @Inject
    OperationsApi api;

    @Inject
    RateLimits limits;

    public OperationsFunction() {}

    public OperationsFunction(ApplicationContext context) {
        super(context);
    }

    @Override
    protected APIGatewayV2HTTPResponse execute(APIGatewayV2HTTPEvent event) {
        return api.routes().handle(event, limits);
    }
}
