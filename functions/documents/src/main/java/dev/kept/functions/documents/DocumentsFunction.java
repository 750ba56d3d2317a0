package dev.kept.functions.documents;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.kept.runtime.lambda.KeptFunction;
import dev.kept.runtime.rate.RateLimits;
import io.micronaut.context.ApplicationContext;
import jakarta.inject.Inject;

/// Keeps, previews, lists and removes documents.
public final class DocumentsFunction extends KeptFunction<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
    @Inject
    DocumentsApi api;

    @Inject
    RateLimits limits;

    public DocumentsFunction() {}

    public DocumentsFunction(ApplicationContext context) {
        super(context);
    }

    @Override
    protected APIGatewayV2HTTPResponse execute(APIGatewayV2HTTPEvent event) {
        return api.routes().handle(event, limits);
    }
}
