package dev.kept.application.extraction;

import dev.kept.domain.session.Turn;

/// One sentence in a speaker's own words.
///
/// @param position among the sentences of its turn, from 0
record Sentence(Turn turn, int position, String text, Words words) {
    boolean isQuestion() {
        return text.endsWith("?");
    }
}
