package dev.kept.local.stack.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.kept.local.stack.aws.AwsJson;
import dev.kept.local.stack.aws.Functions.Outcome;
import dev.kept.local.template.FunctionModel;
import dev.kept.local.template.Position;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/// Answers as it was told, in order, and afterwards with success; remembers the ids that it was given.
final class FakeFunction implements BatchFunction {

    final List<List<String>> batches = new ArrayList<>();
    private final Deque<Outcome> outcomes = new ArrayDeque<>();

    FakeFunction thenFails() {
        outcomes.add(new Outcome.Failure("{}"));
        return this;
    }

    FakeFunction thenReplies(String body) {
        outcomes.add(new Outcome.Reply(body));
        return this;
    }

    FakeFunction thenReports(String... identifiers) {
        var reply = AwsJson.object();
        var failures = reply.putArray("batchItemFailures");
        List.of(identifiers).forEach(id -> failures.addObject().put("itemIdentifier", id));
        return thenReplies(reply.toString());
    }

    @Override
    public Outcome invoke(String event, Duration patience) {
        var ids = new ArrayList<String>();
        try {
            for (JsonNode item : AwsJson.JSON.readTree(event).path("Records")) {
                ids.add(item.path("dynamodb")
                        .path("SequenceNumber")
                        .asText(item.path("messageId").asText()));
            }
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
        batches.add(ids);
        return outcomes.isEmpty() ? new Outcome.Reply("{}") : outcomes.pop();
    }

    @Override
    public FunctionModel function() {
        return new FunctionModel(
                "F",
                "f",
                "a.B",
                Path.of("."),
                Duration.ofSeconds(3),
                128,
                Map.of(),
                List.of(),
                List.of(),
                new Position(Path.of("template.yaml"), 1));
    }
}
