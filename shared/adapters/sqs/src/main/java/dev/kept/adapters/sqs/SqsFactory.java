package dev.kept.adapters.sqs;

import dev.kept.adapters.aws.StoreCalls;
import dev.kept.domain.work.ContextQueue;
import dev.kept.domain.work.ExtractionQueue;
import dev.kept.domain.work.ParkedMessages;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.time.Clock;
import software.amazon.awssdk.services.sqs.SqsClient;

/// Offers the queues. Each needs its address only when it is asked for, as a function has only
/// those that it uses: `KEPT_EXTRACTION_QUEUE_URL`, `KEPT_CONTEXT_QUEUE_URL`,
/// `KEPT_SUBMISSIONS_DEAD_LETTER_QUEUE_URL`.
@Factory
final class SqsFactory {
    @Singleton
    SqsClient client() {
        return StoreCalls.DEFAULTS.configure(SqsClient.builder()).build();
    }

    @Singleton
    ExtractionQueue extractionQueue(SqsClient client, @Property(name = "kept.extraction.queue.url") String url) {
        return new SqsExtractionQueue(new SqsSender(client), url);
    }

    @Singleton
    ContextQueue contextQueue(SqsClient client, @Property(name = "kept.context.queue.url") String url) {
        return new SqsContextQueue(new SqsSender(client), url, Clock.systemUTC());
    }

    @Singleton
    ParkedMessages parkedMessages(
            SqsClient client, @Property(name = "kept.submissions.dead.letter.queue.url") String url) {
        return new SqsParkedMessages(client, url);
    }
}
