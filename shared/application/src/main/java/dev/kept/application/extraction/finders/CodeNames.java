package dev.kept.application.extraction.finders;

import java.util.List;
import java.util.regex.Pattern;

/// Words of a sentence that are written as names in code are: `useSeatPoll`, `rb_push`, `LF.spread`, `\bridge`.
final class CodeNames {
    private static final Pattern SEPARATOR = Pattern.compile("[^\\p{L}\\p{N}_.$\\\\]+");
    private static final Pattern NAME = Pattern.compile(
            "\\\\[a-z]{3,}|[\\p{L}$]*[\\p{Ll}\\p{N}]\\p{Lu}[\\p{L}\\p{N}_.$]*|[\\p{L}\\p{N}.$]*_[\\p{L}\\p{N}_.$]+|[\\p{L}\\p{N}]{2,}\\.[\\p{L}_]{2,}");

    private CodeNames() {}

    static List<String> in(String sentence) {
        return SEPARATOR
                .splitAsStream(sentence)
                .map(CodeNames::withoutEnd)
                .filter(word -> NAME.matcher(word).matches())
                .toList();
    }

    private static String withoutEnd(String word) {
        return word.endsWith(".") ? word.substring(0, word.length() - 1) : word;
    }
}
