package dev.kept.application.redaction;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import org.jspecify.annotations.Nullable;

/// A regular expression that is compiled when it is first tried: most of them never are, because no text hints at them,
/// and a cold start would pay for all.
final class Expression {
    private final String text;
    private volatile @Nullable Pattern compiled;

    /// @param text in RE2's syntax
    Expression(String text) {
        this.text = text;
    }

    /// @throws com.google.re2j.PatternSyntaxException when the text is no expression
    Matcher matcher(String input) {
        Pattern pattern = compiled;
        if (pattern == null) {
            pattern = Pattern.compile(text);
            compiled = pattern;
        }
        return pattern.matcher(input);
    }

    @Override
    public String toString() {
        return text;
    }
}
