package dev.kept.functions.indexer;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import io.micronaut.context.ApplicationContext;
import io.micronaut.function.aws.MicronautRequestHandler;
import jakarta.inject.Inject;

/// Brings changes of the record into the search index.
public final class IndexerFunction extends MicronautRequestHandler<DynamodbEvent, StreamsEventResponse> {
    @Inject
    IndexerWork work;

    public IndexerFunction() {}

    public IndexerFunction(ApplicationContext context) {
        super(context);
    }

    @Override
    public StreamsEventResponse execute(DynamodbEvent event) {
        return work.index(event);
    }
}
