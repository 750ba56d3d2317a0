package dev.kept.local.stack.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kept.local.stack.aws.AwsException;
import dev.kept.local.stack.aws.AwsJson;
import dev.kept.local.stack.aws.Tables;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The stream of one table.
final class StreamReader {

    private static final int RECORDS_MAX = 1000;

    private final AwsJson streams;
    private final Tables tables;
    private final String table;
    private Optional<String> arn = Optional.empty();

    StreamReader(AwsJson streams, Tables tables, String table) {
        this.streams = streams;
        this.tables = tables;
        this.table = table;
    }

    record Shard(String id, Optional<String> parent) {}

    /// `next` is empty at the end of a closed shard.
    record Page(List<JsonNode> records, Optional<String> next) {

        Page {
            records = List.copyOf(records);
        }
    }

    /// Asked for once: DynamoDB Local adds up the sizes of all items to describe a table, and everybody waits
    /// meanwhile.
    String arn() throws IOException, InterruptedException {
        if (arn.isEmpty()) {
            arn = Optional.of(tables.streamArn(table));
        }
        return arn.get();
    }

    List<Shard> shards(String arn) throws IOException, InterruptedException {
        var shards = new ArrayList<Shard>();
        ObjectNode request = AwsJson.object().put("StreamArn", arn);
        String last;
        do {
            JsonNode description = streams.call("DescribeStream", request).path("StreamDescription");
            description.path("Shards").forEach(shard -> shards.add(shard(shard)));
            last = description.path("LastEvaluatedShardId").asText("");
            request.put("ExclusiveStartShardId", last);
        } while (!last.isEmpty());
        return shards;
    }

    private static Shard shard(JsonNode shard) {
        return new Shard(
                shard.path("ShardId").asText(),
                Optional.ofNullable(shard.path("ParentShardId").textValue()));
    }

    /// After the given record, or from the oldest one that the stream still has.
    String iterator(String arn, String shard, Optional<String> after, boolean fromTrimHorizon)
            throws IOException, InterruptedException {
        ObjectNode request = AwsJson.object().put("StreamArn", arn).put("ShardId", shard);
        try {
            return after.isPresent()
                    ? iterator(request.put("ShardIteratorType", "AFTER_SEQUENCE_NUMBER")
                            .put("SequenceNumber", after.get()))
                    : iterator(request.put("ShardIteratorType", fromTrimHorizon ? "TRIM_HORIZON" : "LATEST"));
        } catch (AwsException e) {
            if (after.isPresent() && e.is("TrimmedDataAccess")) {
                return iterator(arn, shard, Optional.empty(), true);
            }
            throw e;
        }
    }

    private String iterator(ObjectNode request) throws IOException, InterruptedException {
        return streams.call("GetShardIterator", request).path("ShardIterator").asText();
    }

    Page read(String iterator) throws IOException, InterruptedException {
        JsonNode reply = streams.call(
                "GetRecords", AwsJson.object().put("ShardIterator", iterator).put("Limit", RECORDS_MAX));
        var records = new ArrayList<JsonNode>();
        reply.path("Records").forEach(records::add);
        return new Page(
                records, Optional.ofNullable(reply.path("NextShardIterator").textValue()));
    }
}
