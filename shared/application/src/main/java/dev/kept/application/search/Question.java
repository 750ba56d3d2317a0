package dev.kept.application.search;

import dev.kept.domain.search.Embedding;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A question, read once.
///
/// @param stems the words that it is about, stemmed
/// @param embedding empty when no meaning is asked for, or the model does not answer
record Question(String text, Set<String> stems, Optional<Embedding> embedding) {
    Question {
        stems = Set.copyOf(stems);
    }

    static Question of(String text, Optional<Embedding> embedding) {
        return new Question(text, Set.copyOf(Words.stems(text)), embedding);
    }

    /// Whether the question names this person or thing, with all the words of the name.
    boolean mentions(String name) {
        List<String> words = Words.stems(name);
        return !words.isEmpty() && stems.containsAll(words);
    }
}
