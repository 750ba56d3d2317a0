package dev.kept.functions.contextbuilding;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import dev.kept.runtime.lambda.KeptFunction;
import dev.kept.runtime.queue.SqsBatch;
import io.micronaut.context.ApplicationContext;
import jakarta.inject.Inject;

/// Prepares the contexts that session starts return.
public final class ContextBuildingFunction extends KeptFunction<SQSEvent, SQSBatchResponse> {
    @Inject
    ContextBuildingWork work;

    public ContextBuildingFunction() {}

    public ContextBuildingFunction(ApplicationContext context) {
        super(context);
    }

    @Override
    protected SQSBatchResponse execute(SQSEvent event) {
        return SqsBatch.handle("contexts", event, work::handle);
    }
}
