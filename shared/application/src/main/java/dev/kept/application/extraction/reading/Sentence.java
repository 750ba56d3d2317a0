package dev.kept.application.extraction.reading;

import dev.kept.application.extraction.words.Words;
import dev.kept.domain.session.Turn;
import java.util.Optional;

/// One sentence in a speaker's own words.
///
/// @param position among the sentences of its turn, from 0
/// @param heading of the list that it is an item of: "we deploy to:"
public record Sentence(Turn turn, int position, String text, Words words, Optional<String> heading) {
    /// A sentence that stands under no heading.
    public Sentence(Turn turn, int position, String text, Words words) {
        this(turn, position, text, words, Optional.empty());
    }

    /// As it reads under its heading: what "shellfish" says depends on "I can't eat:".
    public Sentence led() {
        return heading.map(
                        head -> new Sentence(turn, position, head + " " + text, Words.of(head + " " + text), heading))
                .orElse(this);
    }

    /// Whether it ends as a question does.
    public boolean isQuestion() {
        return text.endsWith("?");
    }
}
