package dev.kept.domain.extraction;

import java.util.Locale;

/// Why the rules stood in for a model.
public enum Fallback {
    /// It takes no more questions for the moment.
    THROTTLED,
    /// It did not answer in time.
    TIMEOUT,
    /// It, or the way to it, is down.
    UNAVAILABLE,
    /// It may not be asked, or not like this: a fault of the configuration.
    REFUSED,
    /// Its answer was cut off.
    TRUNCATED,
    /// Its answer does not follow the form.
    MALFORMED,
    /// Asking it would have cost more than was left.
    BUDGET;

    /// As runs record it.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
