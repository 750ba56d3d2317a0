package dev.kept.benchmarks.extraction;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kept.benchmarks.extraction.Conversation.Sitting;
import dev.kept.benchmarks.http.KeptClient;
import dev.kept.domain.session.Utterance;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// A running stack: each conversation is a user of its own, each session is extracted before the next starts.
final class ExtractionOverHttp {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int BATCH = 50;

    private final KeptClient administrator;
    private final String run;
    private final OperationTotals totals = new OperationTotals();

    /// @param run part of the users' names, so that no run finds what another one left
    ExtractionOverHttp(KeptClient administrator, String run) {
        this.administrator = administrator;
        this.run = run;
    }

    OperationTotals totals() {
        return totals;
    }

    Prediction take(Conversation conversation) {
        KeptClient user = administrator.newUser("bench-" + run + "-" + conversation.id());
        for (Sitting sitting : conversation.sessions()) {
            String session = start(user, conversation, sitting);
            for (int i = 0; i < sitting.turns().size(); i += BATCH) {
                int end = Math.min(sitting.turns().size(), i + BATCH);
                user.post(
                        "/v1/sessions/" + session + "/turns",
                        turns(sitting.turns().subList(i, end)));
            }
            JsonNode ended = user.post("/v1/sessions/" + session + "/end", MAPPER.createObjectNode());
            totals.add(user.await(ended.path("operationId").asText()));
        }
        return Prediction.ofReplies(conversation.id(), memories(user));
    }

    private static String start(KeptClient user, Conversation conversation, Sitting sitting) {
        ObjectNode session = MAPPER.createObjectNode()
                .put("projectId", conversation.id())
                .put("startedAt", sitting.startedAt().toString())
                .put("title", sitting.id());
        return user.post("/v1/sessions", session).path("sessionId").asText();
    }

    private static ObjectNode turns(List<Utterance> some) {
        ObjectNode body = MAPPER.createObjectNode();
        ArrayNode turns = body.putArray("turns");
        for (Utterance said : some) {
            ObjectNode turn = turns.addObject()
                    .put("role", said.role().name().toLowerCase(Locale.ROOT))
                    .put("content", said.content())
                    .put("occurredAt", said.occurredAt().toString());
            said.clientId().ifPresent(id -> turn.put("id", id));
            said.speaker().ifPresent(speaker -> turn.put("speaker", speaker));
        }
        return body;
    }

    /// Oldest first, outdated ones included.
    private static List<JsonNode> memories(KeptClient user) {
        List<JsonNode> all = new ArrayList<>();
        for (String status : List.of("active", "superseded")) {
            String first = "/v1/memories?limit=100&status=" + status;
            JsonNode page = user.get(first);
            page.path("items").forEach(all::add);
            while (page.path("nextCursor").isTextual()) {
                String cursor = URLEncoder.encode(page.path("nextCursor").asText(), StandardCharsets.UTF_8);
                page = user.get(first + "&cursor=" + cursor);
                page.path("items").forEach(all::add);
            }
        }
        all.sort(Comparator.comparing(memory -> memory.path("memoryId").asText()));
        return all;
    }
}
