package dev.kept.benchmarks.learning;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kept.domain.id.Owner;
import dev.kept.domain.id.SessionId;
import dev.kept.domain.id.TurnId;
import dev.kept.domain.id.UserId;
import dev.kept.domain.session.Role;
import dev.kept.domain.session.Turn;
import dev.kept.domain.session.Utterance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A labelled conversation.
///
/// @param acceptable terms of what is true and harmless, but need not be kept
record Talk(String id, List<List<Turn>> sessions, List<Expected> expected, List<Terms> acceptable) {
    private static final Owner OWNER = Owner.of(new UserId("talk"));

    /// @param supersedes the place of the memory that this one takes the place of
    record Expected(
            String type, List<String> altTypes, Terms terms, List<String> sources, Optional<Integer> supersedes) {
        boolean restsOn(Turn turn) {
            return sources.contains(turn.utterance().clientId().orElse(""));
        }

        boolean isOf(String wanted) {
            return type.equals(wanted) || altTypes.contains(wanted);
        }
    }

    static List<Talk> read(Path file) throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        List<Talk> talks = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            if (!line.isBlank()) {
                talks.add(talk(mapper.readTree(line)));
            }
        }
        return talks;
    }

    private static Talk talk(JsonNode node) {
        List<List<Turn>> sessions = new ArrayList<>();
        node.path("sessions").forEach(session -> sessions.add(turns(session)));
        JsonNode expect = node.path("expect");
        return new Talk(
                node.path("id").asText(),
                sessions,
                stream(expect.path("memories")).map(Talk::expected).toList(),
                stream(expect.path("acceptable"))
                        .map(one -> Terms.of(one.path("terms")))
                        .toList());
    }

    private static List<Turn> turns(JsonNode session) {
        Instant at = Instant.parse(session.path("startedAt").asText());
        List<Turn> turns = new ArrayList<>();
        for (JsonNode said : session.path("turns")) {
            Utterance utterance = new Utterance(
                    Optional.of(said.path("id").asText()),
                    Role.valueOf(said.path("role").asText().toUpperCase(Locale.ROOT)),
                    Optional.of(said.path("speaker").asText()).filter(name -> !name.isBlank()),
                    said.path("content").asText(),
                    at,
                    true,
                    Map.of());
            TurnId id = new TurnId("t_%010d".formatted(turns.size()));
            turns.add(new Turn(
                    OWNER, new SessionId(session.path("sessionId").asText()), Optional.empty(), id, utterance, at));
        }
        return turns;
    }

    private static Expected expected(JsonNode memory) {
        return new Expected(
                memory.path("type").asText(),
                texts(memory.path("altTypes")),
                Terms.of(memory.path("terms")),
                texts(memory.path("sourceTurnIds")),
                Optional.of(memory.path("supersedes")).filter(JsonNode::isInt).map(JsonNode::asInt));
    }

    static List<String> texts(JsonNode list) {
        return stream(list).map(JsonNode::asText).toList();
    }

    static Stream<JsonNode> stream(JsonNode list) {
        List<JsonNode> items = new ArrayList<>();
        list.forEach(items::add);
        return items.stream();
    }
}
