package dev.kept.application.extraction.voices;

import com.google.re2j.Pattern;
import java.util.List;

/// What a line is by its form alone. Only its first characters are looked at: a form shows at once or not at all.
enum LineForm {
    /// Somebody may have typed it.
    PROSE,
    /// A comment, if code stands beside it.
    COMMENT,
    /// A line of a log, a trace, a diff, a table, of data or code: foreign by itself.
    RECORD,
    /// The head of a page, a mail or a thread: what follows belongs to it.
    HEAD;

    private static final int CHARACTERS = 300;

    private static final List<Pattern> HEADS = patterns(
            "^#{1,6} \\S",
            "^(?:\\* \\* \\*|---+|===+|___+)$",
            "^(?:SYSTEM|System|ASSISTANT|Assistant|DEVELOPER|Developer|HUMAN|Human|TOOL|AI) ?:",
            "(?i)^\\[ ?(?:system|assistant|developer|tool|admin)[^\\]]*\\]",
            "(?i)^</?(?:html|body|head|div|p|h[1-6]|script|system|instructions?|document|tool_result|function_results?|meta|title|table|article|section)\\b",
            "(?i)^<(?:!--|!doctype|\\||<)",
            "(?i)^--+ ?(?:original|forwarded|begin|weitergeleitet|urspr)",
            "(?i)^(?:on .+ wrote:|am .+ schrieb .+:|le .+ a écrit ?:)$",
            "(?i)^\\*{0,2}[\\w.-]+\\*{0,2} (?:commented|opened this|replied) ",
            "(?i)^[\\w .-]+  ?\\[?[0-9]{1,2}:[0-9]{2} ?(?:am|pm)?\\]?$",
            "^commit [0-9a-f]{7,40}\\b",
            "^(?:diff --git |@@ |\\+\\+\\+ |--- [ab]/)",
            "^[$#%] ?(?:cat|ls|cd|git|curl|echo|npm|make|docker|kubectl|sudo|grep|python|ssh)\\b",
            "^[^|]+ \\| [^|]+ \\| ",
            "(?i)^cookie (?:settings|policy|notice)|^©|all rights reserved",
            "^(?:/\\*|\"\"\")");

    private static final List<Pattern> RECORDS = patterns(
            "^\\[?[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}",
            "^(?:at [\\w.$<>]+\\(|Traceback \\(most recent|Caused by:|File \"|\\.\\.\\. [0-9]+ more)",
            "^\\[?(?:TRACE|DEBUG|INFO|WARN|WARNING|ERROR|FATAL)\\]?[ :\\]]",
            "^(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) +[0-9]+ [0-9]{2}:[0-9]{2}:",
            "^\\[[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?\\] ",
            "^[0-9a-f]*(?:[0-9][a-f]|[a-f][0-9])[0-9a-f]{4,} \\S",
            "^\\|.*\\|$",
            "^[\\[({]*\\s?[\"'][\\w .-]+[\"']\\s?:",
            "^[\\[\\]{}(),;]+$",
            "^</?[a-zA-Z!][^>]*>",
            "^(?:import|package|#include|using) ?[\\w.<\"]+;?$",
            "^from \\S+ import ",
            "^(?:SELECT|INSERT|UPDATE|DELETE|CREATE|ALTER) .*;$",
            "^[\\w.]+\\(.*\\);?$",
            "^.*[({=].*;$|^.*\\{$");

    private static final List<Pattern> COMMENTS = patterns("^(?://|--) ?\\S");

    static LineForm of(String line) {
        String start = (line.length() <= CHARACTERS ? line : line.substring(0, CHARACTERS)).strip();
        if (start.isEmpty()) {
            return PROSE;
        }
        if (matches(HEADS, start)) {
            return HEAD;
        }
        if (matches(COMMENTS, start)) {
            return COMMENT;
        }
        return matches(RECORDS, start) ? RECORD : PROSE;
    }

    private static boolean matches(List<Pattern> forms, String line) {
        return forms.stream().anyMatch(form -> form.matcher(line).find());
    }

    private static List<Pattern> patterns(String... patterns) {
        return List.of(patterns).stream().map(Pattern::compile).toList();
    }
}
