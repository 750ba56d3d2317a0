package dev.kept.domain.memory;

/// Whose claim a memory is.
public enum Trust {
    /// The user said it.
    USER,
    /// The assistant proposed it and the user took it up.
    ADOPTED,
    /// It stood in tool output, a pasted page or a document.
    EXTERNAL
}
