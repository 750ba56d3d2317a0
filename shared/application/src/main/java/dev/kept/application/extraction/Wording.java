package dev.kept.application.extraction;

import dev.kept.domain.session.Turn;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// Words memories: the user's own words without the chat around them.
final class Wording {
    private static final int CONTENT_CHARACTERS = 600;
    private static final int SUMMARY_CHARACTERS = 120;

    private static final Set<String> FIRST_PERSON = Set.of("i", "i'm", "i've", "i'd", "i'll", "me", "my", "mine");

    private final Set<String> fillers;

    Wording(ExtractionRules rules) {
        this.fillers = rules.words("fillers");
    }

    String content(List<Sentence> sentences) {
        String text = sentences.stream().map(Sentence::text).collect(Collectors.joining(" "));
        return shortened(clean(text), CONTENT_CHARACTERS);
    }

    /// A short answer is joined with the question that gives it meaning.
    String answer(Sentence question, List<Sentence> sentences) {
        String asked = clean(question.text());
        return shortened(asked + " " + content(sentences), CONTENT_CHARACTERS);
    }

    /// Who says "I" or "me", when a turn names its speaker: a memory outlives the conversation that made it clear.
    String withSpeaker(String content, Turn turn) {
        boolean first = Words.of(content).tokens().stream().anyMatch(FIRST_PERSON::contains);
        return turn.utterance()
                .speaker()
                .filter(_ -> first)
                .map(name -> name + ": " + content)
                .orElse(content);
    }

    String summary(String content) {
        int end = content.indexOf(". ");
        String first = end > 20 ? content.substring(0, end + 1) : content;
        return shortened(first.replaceAll("\\s+", " "), SUMMARY_CHARACTERS);
    }

    /// Drops leading words such as "ok", "btw" and "so", and emoji at the end.
    String clean(String text) {
        String rest = text.strip();
        while (true) {
            int end = 0;
            while (end < rest.length() && (Character.isLetter(rest.charAt(end)) || rest.charAt(end) == '\'')) {
                end++;
            }
            String word = rest.substring(0, end).toLowerCase(Locale.ROOT);
            if (end == 0 || end == rest.length() || !fillers.contains(word)) {
                return rest.isEmpty() ? text.strip() : rest;
            }
            String after = rest.substring(end);
            String stripped = after.replaceFirst("^[\\s,.!:;-]+", "");
            if (stripped.isEmpty() || stripped.length() == after.length()) {
                return rest;
            }
            rest = stripped;
        }
    }

    static String shortened(String text, int characters) {
        if (text.length() <= characters) {
            return text;
        }
        int cut = text.lastIndexOf(' ', characters - 1);
        return text.substring(0, cut > characters / 2 ? cut : characters - 1).strip() + "…";
    }
}
