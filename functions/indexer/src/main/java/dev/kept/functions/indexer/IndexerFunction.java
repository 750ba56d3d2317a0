package dev.kept.functions.indexer;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import dev.kept.runtime.lambda.KeptFunction;
import io.micronaut.context.ApplicationContext;
import jakarta.inject.Inject;

/// Brings changes of the record into the search index.
public final class IndexerFunction extends KeptFunction<DynamodbEvent, StreamsEventResponse> {
    @Inject
    IndexerWork work;

    public IndexerFunction() {}

    public IndexerFunction(ApplicationContext context) {
        super(context);
    }

    @Override
    protected StreamsEventResponse execute(DynamodbEvent event) {
        return work.index(event);
    }
}
