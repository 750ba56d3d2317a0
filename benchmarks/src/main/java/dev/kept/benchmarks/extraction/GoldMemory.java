package dev.kept.benchmarks.extraction;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// A memory that a labelled conversation expects.
///
/// @param otherTypes that are as right as its own
/// @param importance `high`, `medium` or `low`
/// @param turns the client's ids of the turns that it rests on, oldest first
/// @param supersedes which of the conversation's expected memories it took the place of
public record GoldMemory(
        String type,
        Set<String> otherTypes,
        Terms terms,
        String importance,
        List<String> turns,
        Optional<Integer> supersedes) {
    public GoldMemory {
        otherTypes = Set.copyOf(otherTypes);
        turns = List.copyOf(turns);
    }

    static GoldMemory of(JsonNode memory) {
        JsonNode supersedes = memory.path("supersedes");
        return new GoldMemory(
                memory.path("type").asText(),
                new HashSet<>(Terms.texts(memory.path("altTypes"))),
                Terms.of(memory.path("terms")),
                memory.path("importance").asText(),
                Terms.texts(memory.path("sourceTurnIds")),
                supersedes.isInt() ? Optional.of(supersedes.asInt()) : Optional.empty());
    }

    GoldMemory restingOn(Collection<String> others) {
        return new GoldMemory(type, otherTypes, terms, importance, List.copyOf(others), supersedes);
    }

    public boolean isOfType(String other) {
        return type.equals(other) || otherTypes.contains(other);
    }

    /// In as few words as the labels have: of each group what was said, or its first alternative.
    String wording(String said) {
        String lower = said.toLowerCase(Locale.ROOT);
        List<String> words = terms.groups().stream()
                .map(group -> group.stream()
                        .filter(term -> lower.contains(term.toLowerCase(Locale.ROOT)))
                        .findFirst()
                        .orElse(group.getFirst()))
                .toList();
        return "The user: " + String.join(" ", words);
    }
}
