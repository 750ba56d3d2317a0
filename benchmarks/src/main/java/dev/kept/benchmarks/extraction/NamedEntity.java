package dev.kept.benchmarks.extraction;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/// A name and the other names of the same.
public record NamedEntity(String name, List<String> aliases) {
    /// Words that may stand around a name without making it another one: "the Kafka cluster".
    private static final int WORDS_AROUND = 2;

    public NamedEntity {
        aliases = List.copyOf(aliases);
    }

    /// A name alone, or an object with aliases.
    static NamedEntity of(JsonNode entity) {
        return entity.isTextual()
                ? new NamedEntity(entity.asText(), List.of())
                : new NamedEntity(entity.path("name").asText(), Terms.texts(entity.path("aliases")));
    }

    /// Whether one of the other's names is one of these, or holds it.
    boolean isMetBy(NamedEntity other) {
        return names().anyMatch(mine -> other.names().anyMatch(theirs -> same(mine, theirs)));
    }

    /// All names in one text.
    String text() {
        return String.join(" ", names().toList());
    }

    private Stream<String> names() {
        return Stream.concat(Stream.of(name), aliases.stream());
    }

    private static boolean same(String mine, String theirs) {
        List<String> own = FoldedText.words(mine);
        List<String> other = FoldedText.words(theirs);
        if (own.isEmpty() || other.isEmpty()) {
            return false;
        }
        return String.join("", own).equals(String.join("", other))
                || (other.size() - own.size() <= WORDS_AROUND && Collections.indexOfSubList(other, own) >= 0);
    }
}
