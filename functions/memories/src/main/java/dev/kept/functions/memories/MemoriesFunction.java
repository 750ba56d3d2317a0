package dev.kept.functions.memories;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.kept.runtime.lambda.KeptFunction;
import dev.kept.runtime.rate.RateLimits;
import io.micronaut.context.ApplicationContext;
import jakarta.inject.Inject;

/// Tells, changes, rates, lists and forgets memories.
public final class MemoriesFunction extends KeptFunction<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
    @Inject
    MemoriesApi api;

    @Inject
    RateLimits limits;

    public MemoriesFunction() {}

    public MemoriesFunction(ApplicationContext context) {
        super(context);
    }

    @Override
    protected APIGatewayV2HTTPResponse execute(APIGatewayV2HTTPEvent event) {
        return api.routes().handle(event, limits);
    }
}
