package dev.kept.runtime.environment;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// One variable of the environment that all functions share.
///
/// @param required whether it must be there; one that need not may be empty
/// @param form of its value
/// @param reason what it must be, as a clause
record Variable(String name, boolean required, Pattern form, String reason) {
    static Variable required(String name, String form, String reason) {
        return new Variable(name, true, Pattern.compile(form), reason);
    }

    static Variable optional(String name, String form, String reason) {
        return new Variable(name, false, Pattern.compile(form), reason);
    }

    /// As Micronaut calls it.
    String property() {
        return name.toLowerCase(Locale.ROOT).replace('_', '.');
    }

    /// What is wrong, without the value: it might be a secret that was put into the wrong one.
    Optional<String> fault(String value) {
        if (value.isBlank()) {
            return required ? Optional.of(name + " is missing") : Optional.empty();
        }
        return form.matcher(value).matches() ? Optional.empty() : Optional.of(name + " " + reason);
    }
}
