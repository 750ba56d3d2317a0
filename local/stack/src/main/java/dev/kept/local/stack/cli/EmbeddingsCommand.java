package dev.kept.local.stack.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/// `embeddings start|status|switch|rollback|finish`: changes the embedding model.
final class EmbeddingsCommand implements Command {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
    private static final Set<String> ACTIONS = Set.of("start", "status", "switch", "rollback", "finish");

    @Override
    public void run(List<String> arguments) throws Exception {
        if (arguments.size() != 1 || !ACTIONS.contains(arguments.getFirst())) {
            throw new UsageException("start|status|switch|rollback|finish");
        }
        RunningStack stack = RunningStack.required();
        JsonNode status = ask(stack, arguments.getFirst());
        print(status);
        // The schedule would do it too, a minute later.
        while (!arguments.getFirst().equals("status") && hasWork(status)) {
            Thread.sleep(BETWEEN_LOOKS);
            status = ask(stack, "fill");
            print(status);
        }
    }

    private static boolean hasWork(JsonNode status) {
        String stage = status.at("/change/stage").asText();
        return !stage.isEmpty() && !stage.equals("ready");
    }

    private static JsonNode ask(RunningStack stack, String action) throws Exception {
        var job = JSON.createObjectNode().put("job", "embeddings").put("action", action);
        return JSON.readTree(stack.invoke("maintenance", job.toString()));
    }

    private static void print(JsonNode status) {
        System.out.println("searches use  " + status.path("current").asText("no index"));
        System.out.println("configured    " + status.path("configured").asText());
        JsonNode change = status.path("change");
        if (change.isObject()) {
            System.out.println("change        " + change.path("from").asText() + " to "
                    + change.path("to").asText() + ", " + change.path("stage").asText() + ": "
                    + change.path("indexed").asText() + " indexed, "
                    + change.path("failed").asText() + " failed");
        }
    }
}
