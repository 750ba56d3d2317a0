package dev.kept.benchmarks.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kept.benchmarks.http.KeptClient;
import java.util.List;
import java.util.stream.IntStream;

/// Users of Kept that nobody else is, each with a key of its own: rate limits count by key, as for real users.
///
/// @param keys by the number of the user
record People(List<String> keys) {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /// Twice as many as are there at a time: between two sessions of one user, another user has one.
    private static final int ACCOUNTS_EACH = 2;

    People {
        keys = List.copyOf(keys);
    }

    static People make(KeptClient administrator, int atATime) {
        String run = "load-" + Long.toString(System.currentTimeMillis(), Character.MAX_RADIX) + "-";
        return new People(IntStream.range(0, ACCOUNTS_EACH * atATime)
                .mapToObj(number -> key(administrator, run + number))
                .toList());
    }

    private static String key(KeptClient administrator, String userId) {
        JsonNode user =
                administrator.post("/v1/users", MAPPER.createObjectNode().put("userId", userId));
        return user.path("apiKey").asText();
    }

    /// Keys are not for logs.
    @Override
    public String toString() {
        return "People[" + keys.size() + "]";
    }
}
