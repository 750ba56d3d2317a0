package dev.kept.domain.context;

/// Says in a few words what a text tells. Implementations are safe to share between threads.
public interface Summarizer {
    /// A summary in the text's own language. It may be longer than asked, or miss the point:
    /// whoever uses it says that it is a summary, and keeps the text.
    ///
    /// @param wordsMax about how long it may be
    /// @throws dev.kept.domain.error.DependencyUnavailable when the model does not answer in time,
    ///     or not with a text
    /// @throws dev.kept.domain.error.Throttled when it asks to be left alone
    String summarize(String text, int wordsMax);
}
