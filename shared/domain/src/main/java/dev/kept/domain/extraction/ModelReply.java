package dev.kept.domain.extraction;

import java.util.Map;

/// How a question to a model ended, and what it took.
public sealed interface ModelReply {
    ModelTokens tokens();

    /// @param form filled in; whether it follows the schema is not yet known
    record Answered(Map<String, Object> form, ModelTokens tokens) implements ModelReply {
        public Answered {
            form = Map.copyOf(form);
        }
    }

    /// Nothing that can be used.
    record Unanswered(Fallback reason, ModelTokens tokens) implements ModelReply {}
}
