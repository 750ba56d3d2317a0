package dev.kept.functions.memoryextraction;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import dev.kept.runtime.lambda.KeptFunction;
import dev.kept.runtime.queue.SqsBatch;
import io.micronaut.context.ApplicationContext;
import jakarta.inject.Inject;

/// Finds memories in turns.
public final class MemoryExtractionFunction extends KeptFunction<SQSEvent, SQSBatchResponse> {
    @Inject
    MemoryExtractionWork work;

    public MemoryExtractionFunction() {}

    public MemoryExtractionFunction(ApplicationContext context) {
        super(context);
    }

    @Override
    protected SQSBatchResponse execute(SQSEvent event) {
        return SqsBatch.handle("extraction", event, work::handle);
    }
}
