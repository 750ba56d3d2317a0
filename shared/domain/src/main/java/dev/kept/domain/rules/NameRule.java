package dev.kept.domain.rules;

import dev.kept.domain.error.InvalidRequest;
import java.util.List;
import java.util.regex.Pattern;

/// Something that a user has a name for: a service, a person, a team.
///
/// @param name as memories are to show it
/// @param kind e.g. `person`, `technology`, `service`
/// @param aliases what it is called besides
public record NameRule(String name, String kind, List<String> aliases) {
    private static final int ALIASES_MAX = 20;
    private static final int CHARACTERS_MAX = 80;
    private static final Pattern KIND = Pattern.compile("[a-z][a-z-]{0,31}");
    /// Names are looked up by up to three words, each as it is cut from a sentence.
    private static final Pattern NAME = Pattern.compile(
            "[\\p{L}\\p{N}_@#][\\p{L}\\p{N}_.+#&/'’-]*(?: [\\p{L}\\p{N}_@#][\\p{L}\\p{N}_.+#&/'’-]*){0,2}");

    public NameRule {
        checkName("name", name);
        if (!KIND.matcher(kind).matches()) {
            throw new InvalidRequest("kind", "must be 1 to 32 of a-z and -, e.g. person");
        }
        if (aliases.size() > ALIASES_MAX) {
            throw new InvalidRequest("aliases", "must be at most " + ALIASES_MAX);
        }
        aliases = List.copyOf(aliases);
        for (int i = 0; i < aliases.size(); i++) {
            checkName("aliases[" + i + "]", aliases.get(i));
        }
    }

    private static void checkName(String field, String name) {
        boolean pronounceable = name.length() >= 2 && name.length() <= CHARACTERS_MAX;
        if (!pronounceable || !NAME.matcher(name).matches()) {
            throw new InvalidRequest(
                    field, "must be one to three words of letters, digits and any of _ . + # & / ' - between them");
        }
    }
}
