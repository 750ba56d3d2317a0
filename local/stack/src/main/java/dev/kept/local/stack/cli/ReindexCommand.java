package dev.kept.local.stack.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;

/// `reindex`: rebuilds the search index from the tables, a page of records at a time.
final class ReindexCommand implements Command {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public void run(List<String> arguments) throws Exception {
        if (!arguments.isEmpty()) {
            throw new UsageException("");
        }
        RunningStack stack = RunningStack.required();
        JsonNode cursor = JSON.nullNode();
        int pages = 0;
        do {
            var job = JSON.createObjectNode().put("job", "reindex");
            job.set("cursor", cursor);
            JsonNode reply = JSON.readTree(stack.invoke("maintenance", job.toString()));
            cursor = reply.path("cursor");
            pages++;
            System.out.println("page " + pages + "  " + counts(reply));
        } while (!cursor.isMissingNode() && !cursor.isNull());
        System.out.println("the index is complete");
    }

    private static String counts(JsonNode reply) {
        var counts = new StringBuilder();
        reply.properties().forEach(field -> {
            if (!field.getKey().equals("cursor") && field.getValue().isValueNode()) {
                counts.append(field.getKey())
                        .append(' ')
                        .append(field.getValue().asText())
                        .append("  ");
            }
        });
        return counts.toString().strip();
    }
}
