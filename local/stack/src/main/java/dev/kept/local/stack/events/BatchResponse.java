package dev.kept.local.stack.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kept.local.stack.aws.Functions.Outcome;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Which items of a batch failed. A response that breaks the rules, or names an item that is not in the batch, fails
/// them all.
/// See https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html
final class BatchResponse {

    private static final ObjectMapper JSON = new ObjectMapper();

    private BatchResponse() {}

    /// `reports` is whether the event source has ReportBatchItemFailures: without it Lambda ignores what is returned.
    static Set<String> failures(Outcome outcome, boolean reports, List<String> batch) {
        return switch (outcome) {
            case Outcome.Failure failure -> Set.copyOf(batch);
            case Outcome.Reply reply when !reports -> Set.of();
            case Outcome.Reply(var body) -> reported(body, batch);
        };
    }

    private static Set<String> reported(String body, List<String> batch) {
        try {
            JsonNode response = body.isBlank() ? JSON.nullNode() : JSON.readTree(body);
            JsonNode failures = response.path("batchItemFailures");
            return failures.isMissingNode() || failures.isNull() ? Set.of() : identifiers(failures, batch);
        } catch (JsonProcessingException _) {
            return Set.copyOf(batch);
        }
    }

    private static Set<String> identifiers(JsonNode failures, List<String> batch) {
        var identifiers = new HashSet<String>();
        for (JsonNode failure : failures) {
            String identifier = failure.path("itemIdentifier").asText("");
            if (!batch.contains(identifier)) {
                return Set.copyOf(batch);
            }
            identifiers.add(identifier);
        }
        return failures.isArray() ? identifiers : Set.copyOf(batch);
    }
}
