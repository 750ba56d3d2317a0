package dev.kept.local.stack.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kept.local.stack.StackFailed;
import dev.kept.local.stack.StackOptions;
import dev.kept.local.stack.aws.AwsJson;
import dev.kept.local.stack.aws.Queues;
import dev.kept.local.template.LocalValues;
import dev.kept.local.template.QueueModel;
import dev.kept.local.template.SystemModel;
import dev.kept.local.template.TemplateReader;
import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// `redrive [queue]`: sends what waits on a dead-letter queue, or on all of them, to the queue that it came from.
final class RedriveCommand implements Command {

    @Override
    public void run(List<String> arguments) throws Exception {
        if (arguments.size() > 1) {
            throw new UsageException("[queue]");
        }
        RunningStack stack = RunningStack.required();
        SystemModel system = TemplateReader.read(
                StackOptions.fromEnvironment(System.getenv(), false).root().resolve("template.yaml"),
                Map.of(),
                LocalValues.withEndpoints(stack.endpoint("sqs").toString(), "127.0.0.1:9200"));
        List<QueueModel> sources = system.queues().stream()
                .filter(queue -> queue.redrive().isPresent())
                .filter(queue -> arguments.isEmpty() || isNamed(system, queue, arguments.getFirst()))
                .toList();
        if (sources.isEmpty()) {
            throw new StackFailed("there is no queue " + String.join(" ", arguments) + " with a dead-letter queue");
        }
        try (HttpClient http = HttpClient.newHttpClient()) {
            Queues queues = new Queues(new AwsJson(http, stack.endpoint("sqs"), "sqs", "AmazonSQS"));
            for (QueueModel source : sources) {
                System.out.println(
                        source.name() + ": sent again " + redrive(queues, source, deadLetters(system, source)));
            }
        }
    }

    private static boolean isNamed(SystemModel system, QueueModel queue, String name) {
        QueueModel deadLetters = deadLetters(system, queue);
        return List.of(queue.name(), queue.logicalId(), deadLetters.name(), deadLetters.logicalId())
                .contains(name);
    }

    private static QueueModel deadLetters(SystemModel system, QueueModel source) {
        return source.redrive()
                .flatMap(redrive -> system.queueByArn(redrive.deadLetterQueueArn()))
                .orElseThrow(() -> new StackFailed(source.name() + " names a dead-letter queue that does not exist"));
    }

    /// A message is deleted after it was sent: a redrive that breaks off may send one twice, which consumers stand, and
    /// loses none.
    private static int redrive(Queues queues, QueueModel source, QueueModel deadLetters)
            throws IOException, InterruptedException {
        int sent = 0;
        while (true) {
            List<JsonNode> messages = queues.receive(deadLetters.url(), Queues.BATCH_MAX, Duration.ZERO);
            if (messages.isEmpty()) {
                return sent;
            }
            for (JsonNode message : messages) {
                queues.send(source.url(), RedrivenMessage.of(message, source.fifo()));
            }
            queues.delete(deadLetters.url(), messages);
            sent += messages.size();
        }
    }
}
