package dev.kept.benchmarks.retrieval;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kept.benchmarks.http.KeptClient;
import dev.kept.benchmarks.retrieval.NeutralConversation.Question;
import dev.kept.benchmarks.retrieval.NeutralConversation.Said;
import dev.kept.benchmarks.retrieval.NeutralConversation.Sitting;
import java.util.ArrayList;
import java.util.List;

/// A running stack as one user: each conversation is a project of its own.
final class KeptOverHttp implements Subject {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int BATCH = 50;

    private final KeptClient kept;
    private final String run;
    private final TurnNames names = new TurnNames();

    /// @param kept a user of this run alone, so that no run finds what another one left
    KeptOverHttp(KeptClient kept, String run) {
        this.kept = kept;
        this.run = run;
    }

    private String project(NeutralConversation conversation) {
        return run + "-" + conversation.id();
    }

    @Override
    public void ingest(NeutralConversation conversation) {
        List<String> operations = new ArrayList<>();
        for (Sitting sitting : conversation.sessions()) {
            String session = start(conversation, sitting);
            for (int i = 0; i < sitting.turns().size(); i += BATCH) {
                int end = Math.min(sitting.turns().size(), i + BATCH);
                post(conversation, sitting, session, sitting.turns().subList(i, end));
            }
            JsonNode ended = kept.post("/v1/sessions/" + session + "/end", MAPPER.createObjectNode());
            operations.add(ended.path("operationId").asText());
        }
        operations.forEach(kept::await);
    }

    private String start(NeutralConversation conversation, Sitting sitting) {
        ObjectNode session = MAPPER.createObjectNode()
                .put("projectId", project(conversation))
                .put("startedAt", sitting.startedAt().toString())
                .put("title", project(conversation) + "-" + sitting.id());
        return kept.post("/v1/sessions", session).path("sessionId").asText();
    }

    private void post(NeutralConversation conversation, Sitting sitting, String session, List<Said> some) {
        ObjectNode body = MAPPER.createObjectNode();
        ArrayNode turns = body.putArray("turns");
        for (Said said : some) {
            turns.addObject()
                    .put("id", project(conversation) + "|" + said.id())
                    .put("role", role(conversation, said))
                    .put("speaker", said.speaker())
                    .put("content", said.text())
                    .put("occurredAt", sitting.startedAt().toString());
        }
        JsonNode receipts =
                kept.post("/v1/sessions/" + session + "/turns", body).path("turns");
        for (int i = 0; i < some.size(); i++) {
            names.add(
                    conversation.id(),
                    receipts.path(i).path("turnId").asText(),
                    some.get(i).id());
        }
    }

    /// Whoever speaks first is the user.
    private static String role(NeutralConversation conversation, Said said) {
        String speaker = said.speaker();
        if (speaker.equals("user") || speaker.equals("assistant")) {
            return speaker;
        }
        String first = conversation.turns().findFirst().map(Said::speaker).orElse(speaker);
        return speaker.equals(first) ? "user" : "assistant";
    }

    @Override
    public List<List<String>> search(NeutralConversation conversation, Question question, int limit) {
        JsonNode reply = kept.post(
                "/v1/search",
                MAPPER.createObjectNode()
                        .put("projectId", project(conversation))
                        .put("query", question.question())
                        .put("limit", limit));
        List<List<String>> results = new ArrayList<>();
        reply.path("results").forEach(result -> results.add(turns(conversation, result)));
        return results;
    }

    @Override
    public Passage context(NeutralConversation conversation, Question question, int budget) {
        JsonNode reply = kept.post(
                "/v1/context",
                MAPPER.createObjectNode()
                        .put("projectId", project(conversation))
                        .put("query", question.question())
                        .put("maxTokens", budget));
        List<String> turns = new ArrayList<>();
        for (JsonNode section : reply.path("sections")) {
            section.path("items").forEach(item -> turns.addAll(turns(conversation, item)));
        }
        return new Passage(
                reply.path("text").asText(), turns.stream().distinct().toList());
    }

    private List<String> turns(NeutralConversation conversation, JsonNode item) {
        List<String> ids = new ArrayList<>();
        item.path("sourceTurnIds").forEach(id -> ids.add(id.asText()));
        return names.of(conversation.id(), ids);
    }
}
