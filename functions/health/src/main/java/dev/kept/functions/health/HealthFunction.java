package dev.kept.functions.health;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.kept.runtime.lambda.KeptFunction;
import io.micronaut.context.ApplicationContext;
import jakarta.inject.Inject;

/// Tells whether the service is well, and its API.
public final class HealthFunction extends KeptFunction<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
    @Inject
    HealthApi api;

    public HealthFunction() {}

    public HealthFunction(ApplicationContext context) {
        super(context);
    }

    @Override
    protected APIGatewayV2HTTPResponse execute(APIGatewayV2HTTPEvent event) {
        return api.routes().handle(event);
    }
}
