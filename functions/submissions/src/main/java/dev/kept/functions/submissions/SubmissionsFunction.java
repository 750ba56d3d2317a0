package dev.kept.functions.submissions;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import dev.kept.runtime.lambda.KeptFunction;
import dev.kept.runtime.queue.SqsBatch;
import io.micronaut.context.ApplicationContext;
import jakarta.inject.Inject;

/// Takes turns, memories and documents that other systems send.
public final class SubmissionsFunction extends KeptFunction<SQSEvent, SQSBatchResponse> {
    @Inject
    SubmissionsWork work;

    public SubmissionsFunction() {}

    public SubmissionsFunction(ApplicationContext context) {
        super(context);
    }

    @Override
    protected SQSBatchResponse execute(SQSEvent event) {
        return SqsBatch.handle("submissions", event, work::handle);
    }
}
