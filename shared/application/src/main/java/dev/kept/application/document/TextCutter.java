package dev.kept.application.document;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Cuts running text: by paragraphs; those that are too long by sentences, then by lines, then by words, and a word
/// that
/// is too long anywhere.
final class TextCutter {
    private static final Pattern PARAGRAPHS = Pattern.compile("\\n[ \\t]*\\n");

    private final List<String> headings;
    private final List<Unit> units = new ArrayList<>();

    private TextCutter(List<String> headings) {
        this.headings = headings;
    }

    static List<Unit> cut(List<String> headings, String text) {
        TextCutter cutter = new TextCutter(headings);
        for (String paragraph : PARAGRAPHS.split(text, -1)) {
            cutter.paragraph(paragraph.stripTrailing());
        }
        return cutter.units;
    }

    private void paragraph(String paragraph) {
        if (paragraph.isBlank()) {
            return;
        }
        if (Weight.of(paragraph) <= Weight.TARGET) {
            add(paragraph, "\n\n");
            return;
        }
        String before = "\n\n";
        for (String sentence : Sentences.of(paragraph)) {
            sentence(sentence, before);
            before = sentence.endsWith("\n") ? "\n" : " ";
        }
    }

    private void sentence(String sentence, String before) {
        if (Weight.of(sentence) <= Weight.TARGET) {
            add(sentence, before);
            return;
        }
        String separator = before;
        for (String line : sentence.split("\n", -1)) {
            line(line, separator);
            separator = "\n";
        }
    }

    private void line(String line, String before) {
        String separator = before;
        for (String piece : pieces(line)) {
            add(piece, separator);
            separator = piece.endsWith(" ") ? " " : "";
        }
    }

    private void add(String text, String before) {
        if (!text.isBlank()) {
            units.add(Unit.prose(headings, text.strip(), before));
        }
    }

    /// Pieces of a line of at most the target's weight, cut after a space where there is one in the second half.
    static List<String> pieces(String line) {
        List<String> pieces = new ArrayList<>();
        int start = 0;
        while (start < line.length()) {
            int end = end(line, start);
            int space = end < line.length() ? line.lastIndexOf(' ', end - 1) : -1;
            int cut = space > (start + end) / 2 ? space + 1 : end;
            pieces.add(line.substring(start, cut));
            start = cut;
        }
        return pieces;
    }

    private static int end(String line, int start) {
        int weight = 0;
        int end = start;
        while (end < line.length()) {
            int codePoint = line.codePointAt(end);
            weight += Weight.of(codePoint);
            if (weight > Weight.TARGET) {
                return end;
            }
            end += Character.charCount(codePoint);
        }
        return end;
    }
}
