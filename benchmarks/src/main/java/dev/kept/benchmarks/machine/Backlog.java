package dev.kept.benchmarks.machine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kept.benchmarks.BenchFailed;
import dev.kept.local.stack.StackState;
import dev.kept.local.stack.aws.AwsException;
import dev.kept.local.stack.aws.AwsJson;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.List;

/// What waits in the queues of a stack.
public final class Backlog implements AutoCloseable {
    private static final List<String> COUNTS =
            List.of("ApproximateNumberOfMessages", "ApproximateNumberOfMessagesNotVisible");

    private final HttpClient http = HttpClient.newHttpClient();
    private final AwsJson sqs;

    private Backlog(URI endpoint) {
        this.sqs = new AwsJson(http, endpoint, "sqs", "AmazonSQS");
    }

    /// @throws BenchFailed where the stack does not run
    public static Backlog of(Path home) {
        int port = StackState.read(home)
                .flatMap(state -> state.process("sqs"))
                .map(StackState.ProcessState::port)
                .orElseThrow(() -> new BenchFailed("no stack is running in " + home + ": start one with ./kept up"));
        return new Backlog(URI.create("http://127.0.0.1:" + port));
    }

    /// @param waiting messages whose work has not ended
    /// @param dead messages that were given up
    public record Messages(long waiting, long dead) {
        Messages plus(Messages other) {
            return new Messages(waiting + other.waiting, dead + other.dead);
        }
    }

    public Messages messages() throws InterruptedException {
        try {
            Messages all = new Messages(0, 0);
            for (JsonNode queue : sqs.call("ListQueues", AwsJson.object()).path("QueueUrls")) {
                all = all.plus(messages(queue.asText()));
            }
            return all;
        } catch (IOException | AwsException e) {
            throw new BenchFailed("the queues do not answer: " + e.getMessage(), e);
        }
    }

    private Messages messages(String queue) throws IOException, InterruptedException {
        ObjectNode request = AwsJson.object().put("QueueUrl", queue);
        COUNTS.forEach(request.withArray("AttributeNames")::add);
        JsonNode attributes = sqs.call("GetQueueAttributes", request).path("Attributes");
        long count = COUNTS.stream()
                .mapToLong(name -> attributes.path(name).asLong())
                .sum();
        boolean dead = queue.contains("DeadLetter") || queue.contains("Failures");
        return dead ? new Messages(0, count) : new Messages(count, 0);
    }

    @Override
    public void close() {
        http.close();
    }
}
