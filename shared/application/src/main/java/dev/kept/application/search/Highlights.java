package dev.kept.application.search;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/// The sentences of a content that hold words of the question.
final class Highlights {
    private static final int SENTENCES_MAX = 3;
    private static final int SENTENCE_CHARACTERS = 240;
    private static final int CHARACTERS_MAX = 4_000;

    private Highlights() {}

    static List<String> of(String content, Question question) {
        List<String> found = new ArrayList<>();
        for (String sentence : sentences(content.substring(0, Math.min(content.length(), CHARACTERS_MAX)))) {
            if (found.size() < SENTENCES_MAX && !Collections.disjoint(Words.stems(sentence), question.stems())) {
                found.add(sentence.substring(0, Math.min(sentence.length(), SENTENCE_CHARACTERS)));
            }
        }
        return found;
    }

    private static List<String> sentences(String text) {
        BreakIterator breaks = BreakIterator.getSentenceInstance(Locale.ENGLISH);
        breaks.setText(text);
        List<String> sentences = new ArrayList<>();
        int start = breaks.first();
        for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
            sentences.add(text.substring(start, end).strip());
            start = end;
        }
        return sentences;
    }
}
