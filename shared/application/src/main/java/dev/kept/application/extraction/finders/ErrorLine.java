package dev.kept.application.extraction.finders;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.kept.application.extraction.reading.Wording;
import java.util.Optional;

/// The line of an output that names the error; in a stack trace that is the last such line.
final class ErrorLine {
    private static final Pattern LINE = Pattern.compile(
            "(?m)^.{0,200}?\\b(?:[A-Za-z.]*(?:Error|Exception)|ERROR|error|FATAL|fatal|panic|Caused by|denied|refused|failed|FAILED|violation)\\b.{0,200}$");
    private static final int CHARACTERS = 160;
    private static final int READ_CHARACTERS = 20_000;

    private ErrorLine() {}

    static Optional<String> in(String output) {
        Matcher matcher = LINE.matcher(output.substring(0, Math.min(output.length(), READ_CHARACTERS)));
        String best = "";
        while (matcher.find()) {
            String line = matcher.group().strip();
            boolean names = line.matches("(?s).*\\w(Error|Exception)\\b.*") || best.isEmpty();
            best = names ? line : best;
        }
        return best.isEmpty() ? Optional.empty() : Optional.of(Wording.shortened(best, CHARACTERS));
    }
}
