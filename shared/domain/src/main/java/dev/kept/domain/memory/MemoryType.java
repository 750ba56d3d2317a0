package dev.kept.domain.memory;

/// What kind of thing is kept.
public enum MemoryType {
    /// How something is.
    FACT,
    /// How this user likes things.
    PREFERENCE,
    /// A snippet or helper that was adopted.
    CODE,
    /// A choice among options or a change of course.
    DECISION,
    /// A problem with its cause or fix.
    ERROR,
    /// A convention or a recurring habit.
    PATTERN,
    /// Who a person or organisation is and what they answer for.
    ENTITY
}
