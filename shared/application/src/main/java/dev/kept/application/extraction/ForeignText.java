package dev.kept.application.extraction;

import com.google.re2j.Pattern;
import java.util.List;

/// Recognizes by its form alone that a paragraph was not typed by the speaker.
final class ForeignText {
    private static final List<Pattern> FORMS = List.of(
            // a mail's head
            Pattern.compile(
                    "(?im)^\\s*(from|to|subject|cc|sent|date|reply-to)\\s?:\\s?\\S.*\\n\\s*(from|to|subject|cc|sent|date|reply-to)\\s?:"),
            // a greeting and a signature
            Pattern.compile("(?im)^\\s*(dear|hello|hi) [^\\n]{1,60},\\s*$"),
            Pattern.compile("(?im)^\\s*(best|kind|warm)? ?regards,?\\s*$"),
            // log lines and stack traces
            Pattern.compile(
                    "(?m)^\\s*(\\[?[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}|at [\\w.$<>]+\\(|Traceback \\(most recent|Caused by:|(DEBUG|INFO|WARN|WARNING|ERROR|FATAL)[ :\\]])"),
            // markup
            Pattern.compile(
                    "(?im)^\\s*(</?(html|body|div|p|h[1-6]|script|system|instructions?|document|tool_result|function_results?)\\b|#{1,6} \\S|\\* \\* \\*|---+\\s*$)"),
            // a voice that speaks as the system
            Pattern.compile("(?im)^\\s*\\[?(system|assistant|developer|tool)( note| message| prompt)?\\]?\\s?:"));

    private ForeignText() {}

    static boolean looksForeign(String paragraph) {
        return FORMS.stream().anyMatch(form -> form.matcher(paragraph).find());
    }
}
