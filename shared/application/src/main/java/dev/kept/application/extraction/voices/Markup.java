package dev.kept.application.extraction.voices;

import java.util.List;

/// Elements and comments of HTML and XML, from the first opening tag to the last closing one of a paragraph.
final class Markup {
    private Markup() {}

    static List<String> withoutElements(List<String> lines) {
        String text = String.join("\n", lines);
        if (text.indexOf('<') < 0) {
            return lines;
        }
        String without = withoutElements(withoutComment(text));
        return without.equals(text)
                ? lines
                : without.lines().filter(line -> !line.isBlank()).toList();
    }

    private static String withoutComment(String text) {
        int start = text.indexOf("<!--");
        if (start < 0) {
            return text;
        }
        int end = text.lastIndexOf("-->");
        return text.substring(0, start) + (end > start ? " " + text.substring(end + 3) : "");
    }

    private static String withoutElements(String text) {
        int start = openingTag(text);
        int closing = text.lastIndexOf("</");
        if (start < 0 || closing < start) {
            return text;
        }
        int end = text.indexOf('>', closing);
        return text.substring(0, start) + (end < 0 ? "" : " " + text.substring(end + 1));
    }

    private static int openingTag(String text) {
        int at = text.indexOf('<');
        while (at >= 0 && at + 1 < text.length() && !Character.isLetter(text.charAt(at + 1))) {
            at = text.indexOf('<', at + 1);
        }
        return at + 1 < text.length() ? at : -1;
    }
}
