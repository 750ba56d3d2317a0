package dev.kept.domain.memory;

import java.util.Set;

/// Who changed a memory and why.
///
/// @param by the user's id, or the name of the function that works on its own
/// @param why e.g. `created`, `edited`, `superseded`, `restated`, `feedback`
public record Change(String by, String why) {
    /// What works on its own.
    private static final Set<String> FUNCTIONS = Set.of("memory-extraction", "maintenance");

    /// Whether a person did it; what a person did, no function undoes.
    public boolean isByPerson() {
        return !FUNCTIONS.contains(by);
    }
}
