package dev.kept.runtime.tracing;

import dev.kept.domain.telemetry.SpanAttribute;

/// A piece of work under way. To trace must change no answer: nothing here throws, blocks or waits for a network.
public interface Span extends AutoCloseable {
    /// Says something of the work. What a span of its name does not take is dropped.
    Span tell(SpanAttribute attribute, String word);

    /// Says a number of the work.
    Span tell(SpanAttribute attribute, long number);

    /// The work failed.
    ///
    /// @param type a word of ours or the name of a class, never a message
    Span failed(String type);

    /// Ends it; the thread goes on where it was in the trace before.
    @Override
    void close();
}
