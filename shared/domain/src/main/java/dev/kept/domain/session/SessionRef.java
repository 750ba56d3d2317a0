package dev.kept.domain.session;

import dev.kept.domain.id.Owner;
import dev.kept.domain.id.SessionId;

/// A session's full key.
public record SessionRef(Owner owner, SessionId id) {}
