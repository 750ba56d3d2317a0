package dev.kept.application.redaction;

import dev.kept.domain.error.InvalidRequest;
import java.util.List;
import java.util.Optional;

/// Ids and names that clients choose. They have to stay as they are: with a placeholder in its place, an id would be
/// another one, and the same for two clients. So where text loses its secrets, a name that holds one is refused.
public final class ChosenNames {
    private final Redactor redactor;

    public ChosenNames(Redactor redactor) {
        this.redactor = redactor;
    }

    /// @param name an id, or a record around one, as it prints
    /// @throws InvalidRequest naming the field, when a secret stands in it
    public void check(String field, Object name) {
        redactor.redact(name.toString()).counts().keySet().stream()
                .sorted()
                .findFirst()
                .ifPresent(kind -> {
                    throw new InvalidRequest(field, "must not hold a secret, but looks like one (" + kind + ")");
                });
    }

    public void check(String field, Optional<?> name) {
        name.ifPresent(given -> check(field, given));
    }

    /// Each is named by its place, such as `aliases[2]`.
    public void checkEach(String field, List<?> names) {
        for (int i = 0; i < names.size(); i++) {
            check(field + "[" + i + "]", names.get(i));
        }
    }
}
