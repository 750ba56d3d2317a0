package dev.kept.load;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kept.load.Plan.Exchange;
import dev.kept.load.Plan.Talk;
import java.util.List;

/// One session of one user: what it sends.
///
/// @param user number of the user
/// @param number of the session, among all
record Sitting(int user, int number, Talk talk, String project) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int CONTEXT_TOKENS = 2_000;
    private static final int RESULTS = 20;

    /// A user works on two projects, and comes back to each.
    private static final int PROJECTS = 2;

    /// Users begin at different talks, so that not all say the same at once.
    private static final int APART = 7;

    static Sitting of(int number, int users, List<Talk> talks) {
        int user = number % users;
        int before = number / users;
        Talk talk = talks.get((before + user * APART) % talks.size());
        return new Sitting(user, number, talk, "project-" + before % PROJECTS);
    }

    int exchanges() {
        return talk.exchanges().size();
    }

    String start() {
        ObjectNode body = JSON.createObjectNode().put("projectId", project);
        body.putObject("context").put("maxTokens", CONTEXT_TOKENS);
        return body.toString();
    }

    String turns(int exchange) {
        ObjectNode body = JSON.createObjectNode();
        ArrayNode turns = body.putArray("turns");
        for (Plan.Said said : at(exchange).turns()) {
            turns.addObject()
                    .put("id", "e" + exchange + "-" + turns.size())
                    .put("role", said.role())
                    .put("content", said.content());
        }
        return body.toString();
    }

    String search(int exchange) {
        return asking(exchange).put("limit", RESULTS).toString();
    }

    String context(int exchange) {
        return asking(exchange).put("maxTokens", CONTEXT_TOKENS).toString();
    }

    /// A number makes the question a new one, so that its embedding is part of the answer's time.
    private ObjectNode asking(int exchange) {
        return JSON.createObjectNode()
                .put("projectId", project)
                .put("query", at(exchange).question() + " (" + number + ")");
    }

    private Exchange at(int exchange) {
        return talk.exchanges().get(exchange);
    }
}
