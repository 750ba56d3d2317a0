package dev.kept.domain.extraction;

import java.util.Map;

/// What a model is asked.
///
/// @param instructions the same for every question of a prompt's version, so that a model may remember having read
///     them
/// @param text what the question is about; data, and no instruction
/// @param outputTokensMax what the reply may take
public record ModelQuestion(String instructions, String text, Form form, int outputTokensMax) {
    public ModelQuestion {
        if (outputTokensMax < 1) {
            throw new IllegalArgumentException("a reply needs room");
        }
    }

    /// What the reply must look like.
    ///
    /// @param schema JSON Schema, as a tree of maps, lists, texts, numbers and booleans
    public record Form(String name, String description, Map<String, Object> schema) {
        public Form {
            schema = Map.copyOf(schema);
        }
    }
}
