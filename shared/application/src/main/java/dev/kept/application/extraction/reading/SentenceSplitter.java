package dev.kept.application.extraction.reading;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.kept.domain.extraction.Linguistics;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Splits chat into sentences: lines first, then what the language model says, then the breaks before a lower-case
/// letter that models of edited text do not see ("yep. last bit: ...").
final class SentenceSplitter {
    private static final Pattern BREAK =
            Pattern.compile("([\\w')\\]`\"%-]{2,})([.!?…]{1,4}|[.!?]*\\s[\\x{1F300}-\\x{1FAFF}])\\s+");
    private static final Pattern BULLET = Pattern.compile("^\\s*(?:[-*•]|[0-9]{1,2}[.)])\\s+");
    private static final Set<String> ABBREVIATIONS =
            Set.of("e.g", "i.e", "etc", "vs", "mr", "mrs", "dr", "no", "nr", "approx", "incl", "st", "prof");
    private static final int LINE_CHARACTERS = 4_000;

    private final Linguistics linguistics;

    SentenceSplitter(Linguistics linguistics) {
        this.linguistics = linguistics;
    }

    /// @param item whether an item of a list begins with it
    /// @param ofItem whether it belongs to an item of a list
    record Part(String text, boolean item, boolean ofItem) {}

    List<String> split(String text) {
        return parts(text).stream().map(Part::text).toList();
    }

    List<Part> parts(String text) {
        List<Part> parts = new ArrayList<>();
        for (String line : unwrapped(text)) {
            if (line.length() <= LINE_CHARACTERS) {
                String said = BULLET.matcher(line).replaceFirst("");
                List<String> sentences = new ArrayList<>();
                linguistics.sentences(said).forEach(sentence -> addParts(sentence, sentences));
                boolean item = !said.equals(line);
                for (int i = 0; i < sentences.size(); i++) {
                    parts.add(new Part(sentences.get(i), item && i == 0, item));
                }
            }
        }
        return parts;
    }

    /// Lines of one paragraph that were wrapped by hand are one line.
    private static List<String> unwrapped(String text) {
        List<String> lines = new ArrayList<>();
        for (String line : text.split("\n", -1)) {
            boolean goesOn = !lines.isEmpty()
                    && lines.getLast().length() > 60
                    && !line.isBlank()
                    && !BULLET.matcher(line).find()
                    && Character.isLetterOrDigit(
                            lines.getLast().charAt(lines.getLast().length() - 1));
            if (goesOn) {
                lines.add(lines.removeLast() + " " + line.strip());
            } else if (!line.isBlank()) {
                lines.add(line.strip());
            }
        }
        return lines;
    }

    private static void addParts(String sentence, List<String> sentences) {
        Matcher breaks = BREAK.matcher(sentence);
        int from = 0;
        while (breaks.find()) {
            if (!ABBREVIATIONS.contains(breaks.group(1).toLowerCase(Locale.ROOT))) {
                add(sentence.substring(from, breaks.end()), sentences);
                from = breaks.end();
            }
        }
        add(sentence.substring(from), sentences);
    }

    private static void add(String part, List<String> sentences) {
        String text = part.strip();
        if (!text.isEmpty()) {
            sentences.add(text);
        }
    }
}
