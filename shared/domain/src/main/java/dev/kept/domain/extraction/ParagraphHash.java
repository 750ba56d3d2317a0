package dev.kept.domain.extraction;

import java.util.regex.Pattern;

/// Stands for a paragraph that an owner's session holds. It is seeded by the owner, so that nobody can tell from two
/// owners' hashes that they said the same, and none of its text can be told by it.
///
/// @param value 32 hexadecimal digits
public record ParagraphHash(String value) {
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{32}");

    public ParagraphHash {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a hash of a paragraph");
        }
    }
}
