package dev.kept.adapters.bedrock;

import dev.kept.domain.extraction.Fallback;
import dev.kept.domain.extraction.ModelQuestion;
import dev.kept.domain.extraction.ModelReply;
import dev.kept.domain.extraction.ModelTokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.core.document.Document;
import software.amazon.awssdk.services.bedrockruntime.model.CachePointBlock;
import software.amazon.awssdk.services.bedrockruntime.model.CachePointType;
import software.amazon.awssdk.services.bedrockruntime.model.ContentBlock;
import software.amazon.awssdk.services.bedrockruntime.model.ConversationRole;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseRequest;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseResponse;
import software.amazon.awssdk.services.bedrockruntime.model.InferenceConfiguration;
import software.amazon.awssdk.services.bedrockruntime.model.Message;
import software.amazon.awssdk.services.bedrockruntime.model.StopReason;
import software.amazon.awssdk.services.bedrockruntime.model.SystemContentBlock;
import software.amazon.awssdk.services.bedrockruntime.model.TokenUsage;
import software.amazon.awssdk.services.bedrockruntime.model.Tool;
import software.amazon.awssdk.services.bedrockruntime.model.ToolChoice;
import software.amazon.awssdk.services.bedrockruntime.model.ToolConfiguration;
import software.amazon.awssdk.services.bedrockruntime.model.ToolUseBlock;

/// A form to be filled in as a tool to be used, over `Converse`.
///
/// What never changes stands first and ends with a cache point: a model that remembers the tools and the instructions
/// reads them at a tenth to a quarter of the price.
final class ConverseForm {
    private static final CachePointBlock CACHE_POINT =
            CachePointBlock.builder().type(CachePointType.DEFAULT).build();

    private ConverseForm() {}

    static ConverseRequest request(String modelId, ModelFamily family, ModelQuestion question) {
        return ConverseRequest.builder()
                .modelId(modelId)
                .system(system(family, question.instructions()))
                .messages(Message.builder()
                        .role(ConversationRole.USER)
                        .content(ContentBlock.fromText(question.text()))
                        .build())
                .toolConfig(tools(family, question.form()))
                .inferenceConfig(inference(family, question))
                .build();
    }

    private static List<SystemContentBlock> system(ModelFamily family, String instructions) {
        List<SystemContentBlock> system = new ArrayList<>(List.of(SystemContentBlock.fromText(instructions)));
        if (family.caching != ModelFamily.Caching.NONE) {
            system.add(SystemContentBlock.fromCachePoint(CACHE_POINT));
        }
        return system;
    }

    private static ToolConfiguration tools(ModelFamily family, ModelQuestion.Form form) {
        List<Tool> tools = new ArrayList<>();
        tools.add(Tool.fromToolSpec(spec -> spec.name(form.name())
                .description(form.description())
                .inputSchema(schema -> schema.json(Documents.of(form.schema())))));
        if (family.caching == ModelFamily.Caching.SYSTEM_AND_TOOLS) {
            tools.add(Tool.fromCachePoint(CACHE_POINT));
        }
        ToolConfiguration.Builder config = ToolConfiguration.builder().tools(tools);
        choice(family, form.name()).ifPresent(config::toolChoice);
        return config.build();
    }

    private static Optional<ToolChoice> choice(ModelFamily family, String tool) {
        return switch (family.toolChoice) {
            case THE_TOOL -> Optional.of(ToolChoice.fromTool(choice -> choice.name(tool)));
            case ANY_TOOL -> Optional.of(ToolChoice.fromAny(_ -> {}));
            case UP_TO_THE_MODEL -> Optional.empty();
        };
    }

    private static InferenceConfiguration inference(ModelFamily family, ModelQuestion question) {
        InferenceConfiguration.Builder config = InferenceConfiguration.builder().maxTokens(question.outputTokensMax());
        if (family.takesTemperature) {
            config.temperature(0f);
        }
        return config.build();
    }

    static ModelReply read(ConverseResponse response, String tool) {
        ModelTokens tokens = tokens(response.usage());
        if (response.stopReason() == StopReason.MAX_TOKENS
                || response.stopReason() == StopReason.MODEL_CONTEXT_WINDOW_EXCEEDED) {
            return new ModelReply.Unanswered(Fallback.TRUNCATED, tokens);
        }
        return form(response, tool)
                .<ModelReply>map(form -> new ModelReply.Answered(Documents.map(form), tokens))
                .orElseGet(() -> new ModelReply.Unanswered(Fallback.MALFORMED, tokens));
    }

    private static Optional<Document> form(ConverseResponse response, String tool) {
        if (response.output() == null || response.output().message() == null) {
            return Optional.empty();
        }
        return response.output().message().content().stream()
                .flatMap(block -> Optional.ofNullable(block.toolUse()).stream())
                .filter(use -> tool.equals(use.name()))
                .findFirst()
                .map(ToolUseBlock::input)
                .filter(Document::isMap);
    }

    private static ModelTokens tokens(TokenUsage usage) {
        return usage == null
                ? ModelTokens.NONE
                : new ModelTokens(
                        number(usage.inputTokens()),
                        number(usage.outputTokens()),
                        number(usage.cacheReadInputTokens()),
                        number(usage.cacheWriteInputTokens()));
    }

    private static long number(Integer tokens) {
        return Optional.ofNullable(tokens).orElse(0);
    }
}
