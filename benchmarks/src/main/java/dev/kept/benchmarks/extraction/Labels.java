package dev.kept.benchmarks.extraction;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// What a conversation should leave, may leave, and must not leave.
///
/// @param acceptable true and harmless, but not asked for
/// @param tags what kind of conversation it is
public record Labels(
        List<GoldMemory> memories,
        List<Terms> acceptable,
        List<Forbidden> mustNotStore,
        List<NamedEntity> entities,
        List<Tie> relations,
        List<String> tags) {
    static final Labels NONE = new Labels(List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    /// @param why in a word, at times with more in brackets
    public record Forbidden(String why, Terms terms) {
        String reason() {
            return why.split(" \\(", -1)[0];
        }

        boolean isIn(String text) {
            return terms.areIn(text);
        }
    }

    public Labels {
        memories = List.copyOf(memories);
        acceptable = List.copyOf(acceptable);
        mustNotStore = List.copyOf(mustNotStore);
        entities = List.copyOf(entities);
        relations = List.copyOf(relations);
        tags = List.copyOf(tags);
    }

    static Labels of(JsonNode conversation) {
        JsonNode expect = conversation.path("expect");
        return new Labels(
                each(expect.path("memories"), GoldMemory::of),
                each(expect.path("acceptable"), entry -> Terms.of(entry.path("terms"))),
                each(
                        expect.path("mustNotStore"),
                        entry -> new Forbidden(entry.path("why").asText(), Terms.of(entry.path("terms")))),
                each(expect.path("entities"), NamedEntity::of),
                Tie.ofLines(expect.path("relations")),
                Terms.texts(conversation.path("tags")));
    }

    private static <T> List<T> each(JsonNode array, Function<JsonNode, T> read) {
        List<T> all = new ArrayList<>();
        array.forEach(entry -> all.add(read.apply(entry)));
        return all;
    }
}
