package dev.kept.adapters.bedrock;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kept.adapters.bedrock.ModelServer.Answer;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/// Replies of `Converse` in the documented wire format, good and bad.
///
/// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html
final class ConverseReplies {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ConverseReplies() {}

    /// @param input what the tool is used with, as JSON
    static Answer usesTool(String tool, String input) {
        return reply(
                "tool_use",
                "{\"toolUse\":{\"toolUseId\":\"tooluse_1\",\"name\":\"" + tool + "\",\"input\":" + input + "}}");
    }

    static Answer says(String text) {
        ObjectNode block = JSON.createObjectNode().put("text", text);
        return reply("end_turn", block.toString());
    }

    static Answer truncated(String tool) {
        return reply(
                "max_tokens",
                "{\"toolUse\":{\"toolUseId\":\"tooluse_1\",\"name\":\"" + tool + "\",\"input\":{\"memories\":[]}}}");
    }

    private static Answer reply(String stopReason, String block) {
        return Answer.ok("{\"output\":{\"message\":{\"role\":\"assistant\",\"content\":[" + block + "]}},"
                + "\"stopReason\":\"" + stopReason + "\",\"usage\":{\"inputTokens\":410,\"outputTokens\":95,"
                + "\"totalTokens\":2305,\"cacheReadInputTokens\":1800,\"cacheWriteInputTokens\":0},"
                + "\"metrics\":{\"latencyMs\":900}}");
    }

    static Answer throttled() {
        return new Answer(429, "ThrottlingException", "{\"message\":\"Too many requests\"}");
    }

    static Answer denied() {
        return new Answer(403, "AccessDeniedException", "{\"message\":\"You don't have access to the model\"}");
    }

    static Answer broken() {
        return new Answer(500, "InternalServerException", "{\"message\":\"Internal error\"}");
    }

    /// One after another, the last for good.
    static Function<JsonNode, Answer> inTurn(Answer... answers) {
        AtomicInteger next = new AtomicInteger();
        return _ -> answers[Math.min(next.getAndIncrement(), answers.length - 1)];
    }
}
