package dev.kept.application.extraction;

import dev.kept.domain.id.TurnId;

/// A sentence that was looked at and is not kept.
///
/// @param reason e.g. `question`, `small talk`, `hypothetical`
public record Rejected(TurnId turnId, String content, String reason) {}
