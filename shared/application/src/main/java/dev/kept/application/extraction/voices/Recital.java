package dev.kept.application.extraction.voices;

import dev.kept.domain.memory.Memory;
import dev.kept.domain.session.Turn;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Tells memories that come back together, as a context lists them, from what a user says anew. One sentence may be
/// said again; nobody says three of them word for word, unless they were copied from what Kept told.
public final class Recital {
    private static final int MEMORIES_MIN = 3;
    private static final int WORDS_CHARACTERS_MIN = 15;

    /// Of a longer text the start is enough to see what it is.
    private static final int READ_CHARACTERS = 20_000;

    private final Map<String, String> plain = new HashMap<>();

    /// The memories that a turn recites; none when they are too few for that.
    public List<Memory> in(Turn turn, Collection<Memory> known) {
        String content = turn.utterance().content();
        if (known.size() < MEMORIES_MIN || content.length() < MEMORIES_MIN * WORDS_CHARACTERS_MIN) {
            return List.of();
        }
        String said = PlainWords.of(content.substring(0, Math.min(content.length(), READ_CHARACTERS)));
        List<Memory> recited = known.stream()
                .filter(Memory::isActive)
                .filter(memory -> !memory.provenance().sourceTurnIds().contains(turn.id()))
                .filter(memory -> isIn(said, memory.statement().content()))
                .toList();
        return recited.size() < MEMORIES_MIN ? List.of() : recited;
    }

    private boolean isIn(String said, String statement) {
        String words = plain.computeIfAbsent(statement, PlainWords::of);
        return words.length() >= WORDS_CHARACTERS_MIN && PlainWords.holds(said, words);
    }
}
