package dev.kept.domain.context;

/// Counts tokens as the reader of a context will, never too few.
public interface TokenCounter {
    /// Tokens of a text, with the safety margin for models whose tokenizer is not public.
    int count(String text);
}
