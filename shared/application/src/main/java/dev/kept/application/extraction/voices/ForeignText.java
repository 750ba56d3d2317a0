package dev.kept.application.extraction.voices;

import com.google.re2j.Pattern;
import dev.kept.application.extraction.voices.ForeignSigns.Seen;
import dev.kept.application.extraction.words.Words;
import java.util.List;

/// Finds where in a paragraph the speaker's own words end: line by line, then within a line.
final class ForeignText {
    private static final Pattern MAIL_FIELD = Pattern.compile(
            "(?i)^\\s*(?:from|to|subject|cc|sent|date|reply-to|von|an|betreff|de|objet|asunto) ?: ?\\S");
    private static final Pattern QUOTED = Pattern.compile("[\"“«][^\"”»]+[\"”»]");
    private static final int NAME_WORDS = 4;
    private static final int TYPED_CHARACTERS = 4_000;

    private final ForeignSigns signs;

    ForeignText(ForeignSigns signs) {
        this.signs = signs;
    }

    /// Longer than anybody types without a break.
    static boolean isTooLong(String paragraph) {
        return paragraph.length() > TYPED_CHARACTERS
                && paragraph.lines().anyMatch(it -> it.length() > TYPED_CHARACTERS);
    }

    /// What a mail's head begins with: two fields, one below the other.
    static boolean isMailHead(List<String> lines, int at) {
        return at + 1 < lines.size()
                && MAIL_FIELD.matcher(lines.get(at)).find()
                && MAIL_FIELD.matcher(lines.get(at + 1)).find();
    }

    boolean greets(Paragraph paragraph, int at) {
        Words line = words(paragraph.lines().get(at));
        return signs.greets(line) && !(paragraph.first() && at == 0 && signs.greetsAssistant(line));
    }

    /// A mail's end: all of its paragraph is foreign, and what stands above it.
    boolean closes(Paragraph paragraph) {
        List<String> lines = paragraph.lines();
        for (int i = 0; i < lines.size(); i++) {
            Words line = words(lines.get(i));
            if (signs.closes(line) || (signs.thanks(line) && isName(lines, i + 1))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isName(List<String> lines, int at) {
        return at < lines.size()
                && !lines.get(at).isBlank()
                && Character.isUpperCase(lines.get(at).strip().charAt(0))
                && words(lines.get(at)).count() <= NAME_WORDS;
    }

    boolean introducesRest(String line) {
        String stripped = line.strip();
        return (stripped.endsWith(":") || stripped.endsWith("?")) && signs.introduces(Seen.of(stripped));
    }

    /// The line without what it introduces itself: `the page says: ...`, and quotations of it.
    String ownPart(String line) {
        int colon = line.indexOf(": ");
        if (colon < 0 && line.indexOf('"') < 0 && line.indexOf('“') < 0 && line.indexOf('«') < 0) {
            return line;
        }
        if (colon > 0) {
            Seen before = Seen.of(line.substring(0, colon + 1));
            if (signs.introduces(before)
                    || (signs.requests(before) && before.words().count() <= NAME_WORDS)) {
                return line.substring(0, colon + 1);
            }
        }
        return signs.introduces(Seen.of(line)) ? QUOTED.matcher(line).replaceAll("…") : line;
    }

    private static Words words(String line) {
        return Words.of(LookAlikes.latin(LookAlikes.compatible(line)));
    }
}
