package dev.kept.application.extraction.reading;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.kept.application.extraction.dates.Dating;
import dev.kept.application.extraction.rules.ExtractionRules;
import dev.kept.application.extraction.words.Words;
import dev.kept.domain.session.Turn;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Words memories: the user's own words without the chat around them.
public final class Wording {
    private static final int CONTENT_CHARACTERS = 600;
    private static final int SUMMARY_CHARACTERS = 120;

    private static final Set<String> FIRST_PERSON = Set.of("i", "i'm", "i've", "i'd", "i'll", "me", "my", "mine");

    private static final Pattern LEAD_IN_END = Pattern.compile("(?:[:,.!\u2026]+|\\s[-\u2013\u2014]+)\\s+");
    private static final int LEAD_IN_CHARACTERS = 60;

    private final ExtractionRules rules;
    private final Set<String> fillers;
    private final Dating dating;

    public Wording(ExtractionRules rules, Dating dating) {
        this.rules = rules;
        this.fillers = rules.words("fillers");
        this.dating = dating;
    }

    /// What sentences say together, dated, without lead-ins and fillers; at most 600 characters.
    public String content(List<Sentence> sentences) {
        StringBuilder text = new StringBuilder();
        Optional<String> heading = Optional.empty();
        for (Sentence sentence : sentences) {
            boolean goesOn =
                    sentence.heading().isPresent() && sentence.heading().equals(heading);
            text.append(text.isEmpty() ? "" : goesOn ? "; " : " ");
            sentence.heading()
                    .filter(_ -> !goesOn)
                    .ifPresent(head -> text.append(clean(head)).append(' '));
            text.append(dated(withoutLeadIn(sentence.text()), sentence.turn()));
            heading = sentence.heading();
        }
        return shortened(clean(text.toString()), CONTENT_CHARACTERS);
    }

    /// With the dates that "yesterday" and "last Tuesday" meant when it was said.
    public String dated(String said, Turn turn) {
        return dating.dated(said, Dating.day(turn));
    }

    /// Without "one more thing:" and "by the way,".
    private String withoutLeadIn(String text) {
        Matcher end = LEAD_IN_END.matcher(text);
        while (end.find() && end.start() <= LEAD_IN_CHARACTERS) {
            boolean leads = rules.signals("leads-in", Words.of(clean(text.substring(0, end.start()))));
            if (leads && end.end() < text.length()) {
                return text.substring(end.end());
            }
        }
        return text;
    }

    /// A short answer is joined with the question that gives it meaning.
    public String answer(Sentence question, String said) {
        String asked = content(List.of(question));
        return shortened(asked + " " + said, CONTENT_CHARACTERS);
    }

    /// Who says "I" or "me", when a turn names its speaker: a memory outlives the conversation that made it clear.
    public String withSpeaker(String content, Turn turn) {
        boolean first = Words.of(content).tokens().stream().anyMatch(FIRST_PERSON::contains);
        return turn.utterance()
                .speaker()
                .filter(_ -> first)
                .map(name -> name + ": " + content)
                .orElse(content);
    }

    /// The first sentence of a content, on one line; at most 120 characters.
    public String summary(String content) {
        int end = content.indexOf(". ");
        String first = end > 20 ? content.substring(0, end + 1) : content;
        return shortened(first.replaceAll("\\s+", " "), SUMMARY_CHARACTERS);
    }

    /// Drops leading words such as "ok", "btw" and "so", and emoji at the end.
    public String clean(String text) {
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

    /// Cut between words, with an ellipsis, when it is longer.
    public static String shortened(String text, int characters) {
        if (text.length() <= characters) {
            return text;
        }
        int cut = text.lastIndexOf(' ', characters - 1);
        return text.substring(0, cut > characters / 2 ? cut : characters - 1).strip() + "…";
    }
}
