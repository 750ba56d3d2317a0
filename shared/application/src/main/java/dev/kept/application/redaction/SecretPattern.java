package dev.kept.application.redaction;

import com.google.re2j.Matcher;
import java.util.List;
import java.util.Map;

/// How one kind of secret looks.
///
/// @param kind names it in the placeholder
/// @param pattern its first group is the secret itself; without a group, the whole match
/// @param hints words in lower case of which one must occur before the pattern is tried; none: always tried
/// @param digits how many digits the text must hold before the pattern is tried
/// @param validator what the secret must also pass
/// @param personal replaced only where the policy asks for it
record SecretPattern(
        String kind, Expression pattern, List<String> hints, int digits, Validator validator, boolean personal) {
    private static final String PLACEHOLDER = "[redacted:";

    SecretPattern {
        hints = List.copyOf(hints);
    }

    boolean isHintedBy(String folded, long digitsHeld) {
        return digitsHeld >= digits && hintOccursIn(folded);
    }

    private boolean hintOccursIn(String folded) {
        return hints.isEmpty() || hints.stream().anyMatch(folded::contains);
    }

    String replaceIn(String text, Map<String, Integer> counts) {
        Matcher matcher = pattern.matcher(text);
        StringBuilder out = new StringBuilder(text.length());
        int copied = 0;
        int from = 0;
        while (from <= text.length() && matcher.find(from)) {
            int group = matcher.groupCount() > 0 && matcher.group(1) != null ? 1 : 0;
            String secret = matcher.group(group);
            boolean real = !secret.startsWith(PLACEHOLDER) && validator.accepts(secret);
            if (real) {
                out.append(text, copied, matcher.start(group))
                        .append(PLACEHOLDER)
                        .append(kind)
                        .append(']');
                copied = matcher.end(group);
                counts.merge(kind, 1, Integer::sum);
            }
            from = Math.max(real ? matcher.end(group) : matcher.end(), matcher.start() + 1);
        }
        return out.append(text, copied, text.length()).toString();
    }
}
