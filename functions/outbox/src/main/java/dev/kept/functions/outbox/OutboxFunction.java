package dev.kept.functions.outbox;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import dev.kept.runtime.lambda.KeptFunction;
import io.micronaut.context.ApplicationContext;
import jakarta.inject.Inject;

/// Turns changes of the record into work for the queues.
public final class OutboxFunction extends KeptFunction<DynamodbEvent, StreamsEventResponse> {
    @Inject
    OutboxWork work;

    public OutboxFunction() {}

    public OutboxFunction(ApplicationContext context) {
        super(context);
    }

    @Override
    protected StreamsEventResponse execute(DynamodbEvent event) {
        return work.dispatch(event);
    }
}
