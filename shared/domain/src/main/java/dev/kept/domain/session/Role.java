package dev.kept.domain.session;

/// Who speaks in a turn.
public enum Role {
    USER,
    ASSISTANT,
    TOOL,
    SYSTEM
}
