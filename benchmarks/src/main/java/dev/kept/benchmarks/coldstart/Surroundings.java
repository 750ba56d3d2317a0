package dev.kept.benchmarks.coldstart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kept.benchmarks.BenchFailed;
import dev.kept.benchmarks.http.KeptClient;
import dev.kept.local.stack.LocalStack;
import dev.kept.local.template.FunctionModel;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/// A running stack in which the user of the sample events has something to find.
final class Surroundings {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int MEMORIES = 60;
    private static final List<String> SESSIONS =
            List.of("s_01M7YRRT808R9S0T1V2W3X4Y5Z", "s_01M81AK7A03B4C5D6E7F8G9H0J");

    private final LocalStack stack;

    Surroundings(LocalStack stack) throws IOException {
        this.stack = stack;
        KeptClient user = new KeptClient(stack.url(), stack.keys().adminKey()).newUser("u1");
        for (String session : SESSIONS) {
            user.post("/v1/sessions", json("{\"sessionId\":\"" + session + "\",\"projectId\":\"billing\"}"));
        }
        for (int i = 0; i < MEMORIES; i++) {
            user.post(
                    "/v1/memories",
                    json("{\"projectId\":\"billing\",\"content\":\"Invoice batch " + i
                            + " is rounded half even and sent on day " + i % 28 + ".\"}"));
        }
    }

    private static JsonNode json(String text) throws IOException {
        return MAPPER.readTree(text);
    }

    Map<String, String> environment() {
        return stack.environment();
    }

    FunctionModel function(String name) {
        return stack.system()
                .function(name)
                .orElseThrow(() -> new BenchFailed("there is no function " + name + " in the template"));
    }
}
