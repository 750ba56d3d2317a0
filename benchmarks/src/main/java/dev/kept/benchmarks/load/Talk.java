package dev.kept.benchmarks.load;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kept.benchmarks.BenchFailed;
import dev.kept.benchmarks.JsonLines;
import dev.kept.benchmarks.Options;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What is said in one session, cut where the user speaks. The generator of load reads these.
record Talk(List<Exchange> exchanges) {
    Talk {
        exchanges = List.copyOf(exchanges);
    }

    /// @param question that an assistant could ask Kept meanwhile
    record Exchange(List<Said> turns, String question) {
        Exchange {
            turns = List.copyOf(turns);
        }
    }

    record Said(String role, String content) {}

    /// Those of the labelled conversations, with the questions that belong to them.
    static List<Talk> bundled() {
        return read(Options.ofRepository("benchmarks/data/gold-open/conversations.jsonl"));
    }

    static List<Talk> read(Path file) {
        try {
            return JsonLines.of(file).stream()
                    .flatMap(node -> of(node).stream())
                    .toList();
        } catch (IOException e) {
            throw new BenchFailed(file + " cannot be read", e);
        }
    }

    static List<Talk> of(JsonNode conversation) {
        List<Talk> talks = new ArrayList<>();
        for (JsonNode session : conversation.path("sessions")) {
            List<Exchange> exchanges = new ArrayList<>();
            for (List<Said> turns : exchanges(session.path("turns"))) {
                exchanges.add(new Exchange(turns, question(conversation.path("questions"), talks.size(), exchanges)));
            }
            talks.add(new Talk(exchanges));
        }
        return talks;
    }

    private static List<List<Said>> exchanges(JsonNode turns) {
        List<List<Said>> exchanges = new ArrayList<>();
        for (JsonNode turn : turns) {
            Said said =
                    new Said(turn.path("role").asText(), turn.path("content").asText());
            if (exchanges.isEmpty() || said.role().equals("user")) {
                exchanges.add(new ArrayList<>());
            }
            exchanges.getLast().add(said);
        }
        return exchanges;
    }

    private static String question(JsonNode questions, int talks, List<Exchange> before) {
        return questions
                .path((talks + before.size()) % Math.max(1, questions.size()))
                .path("query")
                .asText("What did we decide?");
    }
}
