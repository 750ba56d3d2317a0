package dev.kept.adapters.sqs;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.kept.domain.work.ContextQueue;
import dev.kept.domain.work.ExtractionQueue;
import dev.kept.domain.work.ParkedMessages;
import io.micronaut.context.ApplicationContext;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The names of the environment are the names of the template.
class SqsFactoryTest {
    @BeforeEach
    void standInARegion() {
        System.setProperty("aws.region", "us-east-1");
    }

    @AfterEach
    void leaveIt() {
        System.clearProperty("aws.region");
    }

    @Test
    void offersTheQueues() {
        Map<String, Object> environment = Map.of(
                "kept.extraction.queue.url", "https://queue/extraction.fifo",
                "kept.context.queue.url", "https://queue/context.fifo",
                "kept.submissions.dead.letter.queue.url", "https://queue/dead");
        try (ApplicationContext context = ApplicationContext.run(environment)) {
            assertInstanceOf(SqsExtractionQueue.class, context.getBean(ExtractionQueue.class));
            assertInstanceOf(SqsContextQueue.class, context.getBean(ContextQueue.class));
            assertInstanceOf(SqsParkedMessages.class, context.getBean(ParkedMessages.class));
        }
    }

    @Test
    void aFunctionNeedsOnlyTheQueuesThatItUses() {
        try (ApplicationContext context =
                ApplicationContext.run(Map.of("kept.extraction.queue.url", "https://queue/extraction.fifo"))) {
            assertInstanceOf(SqsExtractionQueue.class, context.getBean(ExtractionQueue.class));
        }
    }
}
