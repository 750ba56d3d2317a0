package dev.kept.domain.extraction;

/// A language model that fills in a form about what was said. Implementations are safe to share between threads, and
/// say how long they wait, how often they try again and what they remember of earlier questions.
public interface ExtractionModel {
    /// As runs record it and prices name it, e.g. `eu.anthropic.claude-haiku-4-5-20251001-v1:0`.
    String id();

    /// Asks once, whatever that takes. A model that does not answer is expected, and no exception: whoever asks has
    /// another way.
    ModelReply ask(ModelQuestion question);
}
