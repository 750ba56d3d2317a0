package dev.kept.domain.work;

/// The dead-letter queue for submissions that can never be taken.
public interface ParkedMessages {
    /// Parks a message with the reason as an attribute.
    ///
    /// @param body as it came
    void park(String messageId, String body, String reason);
}
