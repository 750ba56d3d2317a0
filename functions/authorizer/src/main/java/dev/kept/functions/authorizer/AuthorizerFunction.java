package dev.kept.functions.authorizer;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2CustomAuthorizerEvent;
import dev.kept.runtime.lambda.KeptFunction;
import io.micronaut.context.ApplicationContext;
import jakarta.inject.Inject;
import java.util.Map;

/// Finds out who sends a request.
public final class AuthorizerFunction extends KeptFunction<APIGatewayV2CustomAuthorizerEvent, Map<String, Object>> {
    @Inject
    AuthorizerWork work;

    public AuthorizerFunction() {}

    public AuthorizerFunction(ApplicationContext context) {
        super(context);
    }

    @Override
    protected Map<String, Object> execute(APIGatewayV2CustomAuthorizerEvent event) {
        return work.authorize(event);
    }
}
