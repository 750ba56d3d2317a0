package dev.kept.local.stack.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kept.local.stack.aws.AwsJson;
import dev.kept.local.stack.aws.Functions.Outcome;
import dev.kept.local.template.FunctionModel;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/// What Lambda sends to the failure destination of a stream: where the records are, not the records themselves.
/// See https://docs.aws.amazon.com/lambda/latest/dg/services-dynamodb-errors.html
record StreamFailure(
        FunctionModel function, String streamArn, String shard, List<JsonNode> records, Outcome outcome, int attempts) {

    ObjectNode json(Instant now) {
        ObjectNode failure = AwsJson.object();
        failure.putObject("requestContext")
                .put("requestId", UUID.randomUUID().toString())
                .put("functionArn", "arn:aws:lambda:us-east-1:000000000000:function:" + function.name())
                .put("condition", "RetryAttemptsExhausted")
                .put("approximateInvokeCount", attempts);
        ObjectNode response =
                failure.putObject("responseContext").put("statusCode", 200).put("executedVersion", "$LATEST");
        if (outcome instanceof Outcome.Failure) {
            response.put("functionError", "Unhandled");
        }
        failure.put("version", "1.0")
                .put("timestamp", now.truncatedTo(ChronoUnit.MILLIS).toString());
        failure.putObject("DDBStreamBatchInfo")
                .put("shardId", shard)
                .put("startSequenceNumber", StreamBatch.sequence(records.getFirst()))
                .put("endSequenceNumber", StreamBatch.sequence(records.getLast()))
                .put(
                        "approximateArrivalOfFirstRecord",
                        StreamBatch.createdAt(records.getFirst()).toString())
                .put(
                        "approximateArrivalOfLastRecord",
                        StreamBatch.createdAt(records.getLast()).toString())
                .put("batchSize", records.size())
                .put("streamArn", streamArn);
        return failure;
    }
}
