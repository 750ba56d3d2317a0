package dev.kept.domain.memory;

/// Who changed a memory and why.
///
/// @param by the user's id, or the name of the function that works on its own
/// @param why e.g. `created`, `edited`, `superseded`, `restated`, `feedback`
public record Change(String by, String why) {}
