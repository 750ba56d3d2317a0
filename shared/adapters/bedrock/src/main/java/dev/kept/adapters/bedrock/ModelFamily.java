package dev.kept.adapters.bedrock;

/// What the models that `Converse` reaches make different of it.
///
/// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ToolChoice.html,
/// https://docs.aws.amazon.com/bedrock/latest/userguide/prompt-caching.html
enum ModelFamily {
    /// Newer ones reject a temperature.
    CLAUDE(ToolChoice.THE_TOOL, Caching.SYSTEM_AND_TOOLS, false),
    /// Reject a cache point among the tools with a `ValidationException`; that behind the instructions covers both.
    NOVA(ToolChoice.THE_TOOL, Caching.SYSTEM, true),
    MISTRAL(ToolChoice.ANY_TOOL, Caching.NONE, true),
    /// Are asked by the instructions alone to use the tool.
    OTHER(ToolChoice.UP_TO_THE_MODEL, Caching.NONE, false);

    enum ToolChoice {
        THE_TOOL,
        ANY_TOOL,
        UP_TO_THE_MODEL
    }

    enum Caching {
        SYSTEM_AND_TOOLS,
        SYSTEM,
        NONE
    }

    final ToolChoice toolChoice;
    final Caching caching;
    /// Whether to ask for the likeliest words, which a form is filled in best with.
    final boolean takesTemperature;

    ModelFamily(ToolChoice toolChoice, Caching caching, boolean takesTemperature) {
        this.toolChoice = toolChoice;
        this.caching = caching;
        this.takesTemperature = takesTemperature;
    }

    static ModelFamily of(String modelId) {
        if (modelId.contains("claude")) {
            return CLAUDE;
        }
        if (modelId.contains("amazon.nova")) {
            return NOVA;
        }
        return modelId.contains("mistral.") ? MISTRAL : OTHER;
    }
}
