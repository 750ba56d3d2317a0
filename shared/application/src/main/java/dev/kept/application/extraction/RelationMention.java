package dev.kept.application.extraction;

import dev.kept.domain.id.TurnId;

/// A typed, directed tie between two entities, by their canonical names.
public record RelationMention(String from, String relation, String to, TurnId turnId) {}
