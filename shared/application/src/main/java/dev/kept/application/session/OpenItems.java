package dev.kept.application.session;

import dev.kept.domain.memory.Memory;
import dev.kept.domain.memory.MemoryType;
import dev.kept.domain.session.Role;
import dev.kept.domain.session.Turn;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What a session has not finished: a request without an answer, sentences of its last turns that
/// say what is still to do, and problems without a fix.
final class OpenItems {
    private static final int ITEMS = 10;
    private static final int CHARACTERS_MAX = 400;
    private static final Pattern SENTENCES = Pattern.compile("(?<=[.!?。！？])\\s+|\\R+");
    private static final Pattern TO_DO = Pattern.compile(
            "\\b(?:todo|to[- ]do|next steps?|next up|still (?:need|have to|open|fail|miss)\\w*|remain(?:s|ing)|not yet"
                    + "|follow[- ]?up|blocked|left to do|unresolved|needs? to be|have yet to)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern FIXED =
            Pattern.compile("\\b(?:fix(?:ed|es)?|solved|resolved|solution|caused? by)\\b", Pattern.CASE_INSENSITIVE);

    private OpenItems() {}

    /// @param turns oldest first
    /// @return the most recent first
    static List<String> in(List<Turn> turns, List<Memory> memories) {
        List<Turn> spoken = spoken(turns);
        Stream<String> unanswered = spoken.stream()
                .skip(Math.max(0, spoken.size() - 1))
                .filter(turn -> turn.utterance().role() == Role.USER)
                .map(turn -> "Not answered yet: " + start(turn.utterance().content()));
        Stream<String> toDo = spoken.reversed().stream().flatMap(OpenItems::toDo);
        Stream<String> errors = memories.stream()
                .filter(memory -> memory.statement().type() == MemoryType.ERROR)
                .map(memory -> memory.statement().content())
                .filter(content -> !FIXED.matcher(content).find())
                .map(OpenItems::start);
        return Stream.of(unanswered, toDo, errors)
                .flatMap(items -> items)
                .distinct()
                .limit(ITEMS)
                .toList();
    }

    /// What people said; tool output speaks of other things that are to do.
    static List<Turn> spoken(List<Turn> turns) {
        return turns.stream()
                .filter(turn ->
                        turn.utterance().role() == Role.USER || turn.utterance().role() == Role.ASSISTANT)
                .toList();
    }

    private static Stream<String> toDo(Turn turn) {
        return SENTENCES
                .splitAsStream(turn.utterance().content())
                .filter(sentence -> TO_DO.matcher(sentence).find())
                .map(sentence -> start(sentence.strip()));
    }

    private static String start(String text) {
        return text.substring(0, Math.min(text.length(), CHARACTERS_MAX));
    }
}
