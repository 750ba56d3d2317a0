package dev.kept.domain.session;

/// A session is active until somebody ends it or nothing happened in it for long. Turns that arrive after its end are
/// still taken: nothing that a client sends is lost because another message overtook it.
public enum SessionStatus {
    ACTIVE,
    ENDED
}
