package dev.kept.application.extraction.found;

import dev.kept.domain.id.TurnId;

/// A sentence that was looked at and is not kept.
///
/// @param reason e.g. `question`, `small talk`, `hypothetical`
public record Rejected(TurnId turnId, String content, String reason) {
    /// Text of others that orders the assistant about, or speaks for the user.
    public static final String FOREIGN_ORDER = "instruction in foreign text";

    /// It stood in a paragraph that is pasted into session after session.
    public static final String BOILERPLATE = "boilerplate";

    /// It stood among what was recalled, pasted back without its fence.
    public static final String RECALLED = "recalled";

    /// Whether it was set aside because of where it came from, rather than for what it says.
    public boolean isQuarantined() {
        return reason.equals(FOREIGN_ORDER);
    }
}
