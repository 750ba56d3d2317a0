package dev.kept.application.migration;

/// One change, with its way back. Both must be safe to repeat: a process may die between doing and recording.
public interface Migration {
    /// From 1, without gaps.
    int version();

    /// What it does, in a few words.
    String name();

    void apply();

    void rollBack();
}
