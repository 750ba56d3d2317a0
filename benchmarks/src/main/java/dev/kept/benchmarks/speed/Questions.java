package dev.kept.benchmarks.speed;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kept.benchmarks.http.KeptClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Requests to search and to context, in any number and never the same question twice unless asked for. Half of the
/// questions are about one project, half about all.
final class Questions {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int SEARCH_LIMIT = 20;
    private static final int CONTEXT_TOKENS = 2_000;

    private final List<KeptClient> users;
    private final Grammar grammar;
    private final Random random;
    private int asked;

    Questions(List<KeptClient> users, Grammar grammar, Random random) {
        this.users = users;
        this.grammar = grammar;
        this.random = random;
    }

    enum Asked {
        SEARCH,
        CONTEXT;

        String path() {
            return switch (this) {
                case SEARCH -> "/v1/search";
                case CONTEXT -> "/v1/context";
            };
        }
    }

    /// Each new, by the users in turn as the population says.
    List<Runnable> ofAll(Asked what, int count, Population population) {
        return population.askers(count, random).stream()
                .map(user -> request(what, user, question()))
                .toList();
    }

    List<Runnable> of(Asked what, int user, int count) {
        List<Runnable> requests = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            requests.add(request(what, user, question()));
        }
        return requests;
    }

    /// A number makes a question new that the grammar has made before; questions with a number in them are common.
    private String question() {
        asked++;
        return grammar.question(random)
                + (random.nextInt(2) == 0 ? " Since " + (1_000 + asked) + "?" : " (" + asked + ")");
    }

    private Runnable request(Asked what, int user, String question) {
        ObjectNode body = MAPPER.createObjectNode().put("query", question);
        if (random.nextBoolean()) {
            body.put("projectId", Written.project(random.nextInt(1_000)).value());
        }
        String text = switch (what) {
            case SEARCH -> body.put("limit", SEARCH_LIMIT).toString();
            case CONTEXT -> body.put("maxTokens", CONTEXT_TOKENS).toString();
        };
        KeptClient client = users.get(user);
        return () -> client.postForText(what.path(), text);
    }
}
