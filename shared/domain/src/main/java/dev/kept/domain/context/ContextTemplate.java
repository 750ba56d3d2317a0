package dev.kept.domain.context;

import dev.kept.domain.error.InvalidRequest;
import dev.kept.domain.id.Owner;
import dev.kept.domain.text.Limits;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;

/// A user's own layout of contexts.
///
/// @param name 1 to 64 small letters, digits and dashes; none of the built-in names
/// @param text in Mustache, at most 10,000 characters
/// @param version counts its changes; 0 before it is kept
public record ContextTemplate(Owner owner, String name, String text, long version, Instant updatedAt) {
    public static final String MARKDOWN = "markdown";
    public static final List<String> BUILT_IN = List.of(MARKDOWN, "xml", "compact");
    public static final int OWN_MAX = 100;
    private static final int CHARACTERS_MAX = 10_000;
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");

    public ContextTemplate {
        if (BUILT_IN.contains(checkedName("name", name))) {
            throw new InvalidRequest("name", "is built in");
        }
        Limits.content("text", text, CHARACTERS_MAX);
    }

    /// @throws InvalidRequest when no template can be called so
    public static String checkedName(String field, String name) {
        if (!NAME.matcher(name).matches()) {
            throw new InvalidRequest(field, "must be 1 to 64 of a-z, 0-9 and -, and not begin with -");
        }
        return name;
    }

    public ContextTemplate withVersion(long kept) {
        return new ContextTemplate(owner, name, text, kept, updatedAt);
    }
}
