package dev.kept.domain.account;

import dev.kept.domain.id.UserId;
import java.time.Instant;
import java.util.Optional;

/// A person that requests act for.
public record User(UserId id, Optional<String> displayName, Instant createdAt) {}
