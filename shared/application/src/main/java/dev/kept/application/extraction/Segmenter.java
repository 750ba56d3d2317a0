package dev.kept.application.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Tells the speaker's own words from code and from text of others.
///
/// Foreign is: what is quoted with `>`; a block between XML-like tags; everything in the paragraphs that follow an
/// introduction such as "I copied their page" or "here's the mail", up to the next fence; and any paragraph that by
/// its form is a mail, a log, a page or an order to an AI. When in doubt text is foreign: a lost sentence can be said
/// again, an order from a web page must never become a wish of the user.
final class Segmenter {
    private final ExtractionRules rules;

    Segmenter(ExtractionRules rules) {
        this.rules = rules;
    }

    List<Segment> segments(String text) {
        List<Segment> segments = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        String fence = "";
        String language = "";
        for (String line : text.split("\n", -1)) {
            String start = line.strip();
            boolean fences = start.startsWith("```") || start.startsWith("~~~");
            if (fences && fence.isEmpty()) {
                addProse(lines, segments);
                fence = start.substring(0, 3);
                language = start.substring(3).strip().toLowerCase(Locale.ROOT);
            } else if (fences && start.startsWith(fence)) {
                segments.add(new Segment.Code(language, join(lines)));
                lines.clear();
                fence = "";
            } else {
                lines.add(line);
            }
        }
        if (fence.isEmpty()) {
            addProse(lines, segments);
        } else {
            segments.add(new Segment.Code(language, join(lines)));
        }
        return segments;
    }

    private void addProse(List<String> lines, List<Segment> segments) {
        boolean foreign = false;
        for (String paragraph : paragraphs(lines)) {
            boolean formForeign =
                    ForeignText.looksForeign(paragraph) || rules.signals("orders-ai", Words.of(paragraph));
            if (foreign || formForeign) {
                segments.add(new Segment.Foreign(paragraph));
            } else {
                addOwn(paragraph, segments);
            }
            foreign = foreign || formForeign || introducesForeign(paragraph);
        }
        lines.clear();
    }

    private void addOwn(String paragraph, List<Segment> segments) {
        StringBuilder own = new StringBuilder();
        boolean foreign = false;
        for (String line : paragraph.split("\n", -1)) {
            if (foreign || line.strip().startsWith(">")) {
                segments.add(new Segment.Foreign(line));
            } else {
                own.append(line).append('\n');
            }
            foreign = foreign || (line.strip().endsWith(":") && introducesForeign(line));
        }
        if (!own.toString().isBlank()) {
            segments.add(new Segment.Own(own.toString().strip()));
        }
    }

    private boolean introducesForeign(String text) {
        return rules.signals("introduces-foreign-text", Words.of(text));
    }

    private static List<String> paragraphs(List<String> lines) {
        List<String> paragraphs = new ArrayList<>();
        StringBuilder current = new StringBuilder();
        for (String line : lines) {
            if (line.isBlank()) {
                addIfText(current, paragraphs);
            } else {
                current.append(line).append('\n');
            }
        }
        addIfText(current, paragraphs);
        return paragraphs;
    }

    private static void addIfText(StringBuilder current, List<String> paragraphs) {
        if (!current.isEmpty()) {
            paragraphs.add(current.toString().strip());
            current.setLength(0);
        }
    }

    private static String join(List<String> lines) {
        return String.join("\n", lines);
    }
}
