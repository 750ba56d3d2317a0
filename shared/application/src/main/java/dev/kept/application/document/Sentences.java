package dev.kept.application.document;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The sentences of a text, each with the space after it: joined they are the text again.
final class Sentences {
    /// Looked at at once; what goes on for longer is no sentence. The search for its end takes time that grows with the
    /// square of its length on some texts, such as a thousand closing brackets.
    private static final int WINDOW = 2_000;

    private Sentences() {}

    static List<String> of(String text) {
        List<String> sentences = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            int end = windowEnd(text, start);
            int next = addFrom(text.substring(start, end), end == text.length(), sentences);
            start += next;
        }
        return sentences;
    }

    /// At the end of a line or of a word, where there is one.
    private static int windowEnd(String text, int start) {
        int end = start + WINDOW;
        if (end >= text.length()) {
            return text.length();
        }
        int line = text.lastIndexOf('\n', end - 1) + 1;
        int word = text.lastIndexOf(' ', end - 1) + 1;
        int cut = line > start + WINDOW / 2 ? line : word;
        if (cut > start + WINDOW / 2) {
            return cut;
        }
        return Character.isLowSurrogate(text.charAt(end)) ? end - 1 : end;
    }

    /// @param last whether the text ends with this window; if not, its last sentence may go on in the next
    /// @return how far the sentences that were added go
    private static int addFrom(String window, boolean last, List<String> sentences) {
        BreakIterator breaks = BreakIterator.getSentenceInstance(Locale.ROOT);
        breaks.setText(window);
        int start = breaks.first();
        for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
            boolean mayGoOn = !last && end == window.length() && start > 0;
            if (mayGoOn) {
                return start;
            }
            sentences.add(window.substring(start, end));
            start = end;
        }
        return start;
    }
}
