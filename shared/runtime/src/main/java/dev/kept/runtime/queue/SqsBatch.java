package dev.kept.runtime.queue;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import dev.kept.domain.error.NotFound;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/// Hands the messages of a batch to their work one after the other and reports those that failed, so that only they
/// come again. On a FIFO queue the rest of a failed message's group is reported too: done out of order it would
/// break the order that the group promises
/// (https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html).
public final class SqsBatch {
    private static final Logger LOG = LoggerFactory.getLogger(SqsBatch.class);

    private SqsBatch() {}

    public static SQSBatchResponse handle(SQSEvent event, Consumer<SQSMessage> work) {
        List<BatchItemFailure> failures = new ArrayList<>();
        Set<String> failedGroups = new HashSet<>();
        List<SQSMessage> messages = event.getRecords() == null ? List.of() : event.getRecords();
        for (SQSMessage message : messages) {
            String group = group(message);
            if (failedGroups.contains(group) || !succeeds(message, work)) {
                failures.add(new BatchItemFailure(message.getMessageId()));
                if (!group.isEmpty()) {
                    failedGroups.add(group);
                }
            }
        }
        return new SQSBatchResponse(failures);
    }

    private static boolean succeeds(SQSMessage message, Consumer<SQSMessage> work) {
        MDC.put("requestId", message.getMessageId());
        try {
            work.accept(message);
            return true;
        } catch (NotFound gone) {
            LOG.atInfo().addKeyValue("reason", gone.getMessage()).log("message.outdated");
            return true;
        } catch (RuntimeException failure) {
            LOG.atWarn().setCause(failure).log("message.failed");
            return false;
        } finally {
            MDC.remove("requestId");
        }
    }

    private static String group(SQSMessage message) {
        Map<String, String> attributes = message.getAttributes();
        String group = attributes == null ? null : attributes.get("MessageGroupId");
        return group == null ? "" : group;
    }
}
