package dev.kept.benchmarks.extraction;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kept.domain.context.TokenCounter;
import dev.kept.domain.extraction.ExtractionModel;
import dev.kept.domain.extraction.ModelQuestion;
import dev.kept.domain.extraction.ModelReply;
import dev.kept.domain.extraction.ModelTokens;
import dev.kept.domain.session.Turn;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Answers with what the labels expect of the turns that it is shown, and counts tokens: a model that is always right,
/// to measure what asking costs and whether what is right is let through.
final class GoldModel implements ExtractionModel {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final TokenCounter counter;
    private List<GoldMemory> expected = List.of();
    private List<Turn> turns = List.of();
    private boolean cached;
    int proposed;

    GoldModel(TokenCounter counter) {
        this.counter = counter;
    }

    /// @param wanted what to propose: of the same conversation, or of another one to see whether that is noticed
    void reads(List<Turn> said, List<GoldMemory> wanted) {
        turns = List.copyOf(said);
        expected = List.copyOf(wanted);
    }

    @Override
    public String id() {
        return "gold";
    }

    @Override
    public ModelReply ask(ModelQuestion question) {
        Map<String, Turn> shown = shown(question.text());
        List<Map<String, Object>> memories = new ArrayList<>();
        expected.forEach(memory -> proposal(memory, shown).ifPresent(memories::add));
        proposed += memories.size();
        Map<String, Object> form = Map.of("memories", memories);
        return new ModelReply.Answered(form, tokens(question, form));
    }

    /// The instructions and the form are read anew once, and from the cache from then on.
    private ModelTokens tokens(ModelQuestion question, Map<String, Object> form) {
        long fixed = counter.count(question.instructions())
                + (long) counter.count(json(question.form().schema()));
        ModelTokens tokens = new ModelTokens(
                counter.count(question.text()), counter.count(json(form)), cached ? fixed : 0, cached ? 0 : fixed);
        cached = true;
        return tokens;
    }

    /// Turns by their labels, recognized by how they begin; without those that were seen before.
    private Map<String, Turn> shown(String text) {
        Map<String, Turn> shown = new LinkedHashMap<>();
        for (String line : text.split("\n", -1)) {
            JsonNode turn = parse(line);
            String said = turn.at("/parts/0").elements().next().asText();
            String start = said.substring(0, Math.min(25, said.length()));
            turns.stream()
                    .filter(it -> it.utterance().content().contains(start) && !shown.containsValue(it))
                    .findFirst()
                    .ifPresent(it -> shown.put(turn.path("turn").asText(), it));
        }
        return shown;
    }

    private static Optional<Map<String, Object>> proposal(GoldMemory memory, Map<String, Turn> shown) {
        List<String> cited = new ArrayList<>();
        StringBuilder said = new StringBuilder();
        shown.forEach((label, turn) -> {
            if (memory.turns().contains(turn.utterance().clientId().orElse(""))) {
                cited.add(label);
                said.append(turn.utterance().content()).append('\n');
            }
        });
        boolean whole = cited.size() == memory.turns().size();
        return whole && !memory.type().equals("code")
                ? Optional.of(Map.of(
                        "type",
                        memory.type(),
                        "content",
                        memory.wording(said.toString()),
                        "turns",
                        cited,
                        "claim",
                        "stated"))
                : Optional.empty();
    }

    private static JsonNode parse(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a turn is a line of JSON", e);
        }
    }

    private static String json(Object tree) {
        try {
            return JSON.writeValueAsString(tree);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("maps and lists are JSON", e);
        }
    }
}
