package dev.kept.application.extraction.finders;

import dev.kept.application.extraction.reading.Sentence;
import dev.kept.application.extraction.rules.ExtractionRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Sentences of a turn that say one thing together.
///
/// @param question what they answer, when they cannot be understood without it
record Statement(List<Sentence> sentences, TypeScores scores, Optional<Sentence> question) {
    private static final int LEAD_WORDS = 9;
    private static final double WEAK = 2;

    Statement {
        sentences = List.copyOf(sentences);
    }

    /// Names only what the next sentence is about: "planning Lisbon! we fly on May 9".
    boolean isLead() {
        return sentences.size() == 1
                && question.isEmpty()
                && scores.strength() < WEAK
                && sentences.getFirst().words().count() <= LEAD_WORDS;
    }

    /// The question and its answer so far, and nothing more.
    boolean isBareAnswer() {
        return question.isPresent() && sentences.size() == 1;
    }

    boolean isSolved(ExtractionRules rules) {
        return sentences.stream()
                .anyMatch(sentence ->
                        rules.signals("solved", sentence.words()) || rules.signals("fixed", sentence.words()));
    }

    int parts() {
        return sentences.size() + (question.isPresent() ? 1 : 0);
    }

    Statement joined(Sentence sentence, TypeScores own) {
        List<Sentence> all = new ArrayList<>(sentences);
        all.add(sentence);
        return new Statement(all, scores.plus(own), question);
    }
}
