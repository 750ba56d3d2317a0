package dev.kept.local.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kept.local.stack.StackFailed;
import dev.kept.local.stack.StackOptions;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Every sample through every function's zip, unpacked and started under Lambda's own runtime client, and through the
/// same function in process: on two stacks one after the other, whose queues and streams stand still meanwhile, so that
/// both have the same to answer from.
class PackagedFunctionsIT {
    @TestFactory
    Stream<DynamicTest> answersUnderTheRuntimeClientAsInProcess() throws InterruptedException {
        Map<String, JsonNode> inProcess = replies(options("in-process"));
        Map<String, JsonNode> packaged = replies(options("packaged").withIsolation());
        return inProcess.keySet().stream()
                .map(name ->
                        DynamicTest.dynamicTest(name, () -> assertEquals(inProcess.get(name), packaged.get(name))));
    }

    private static StackOptions options(String name) {
        return StackOptions.forTests(Repository.file("local/integration/target/" + name));
    }

    private static Map<String, JsonNode> replies(StackOptions options) throws InterruptedException {
        try (Stack stack = Stack.start(options)) {
            stack.holdEvents();
            SampleStory story = new SampleStory(stack);
            Map<String, JsonNode> replies = new LinkedHashMap<>();
            for (String name : EventSamplesIT.table().keySet()) {
                replies.put(name, Likeness.of(reply(story, name)));
            }
            return replies;
        }
    }

    private static JsonNode reply(SampleStory story, String name) {
        try {
            return Json.read(story.send(name));
        } catch (StackFailed refused) {
            return Json.object("{}").put("refused", firstLine(refused));
        }
    }

    /// Without the stack traces, which differ by what lies between the function and its caller.
    private static String firstLine(StackFailed refused) {
        return String.valueOf(refused.getMessage()).replaceFirst("(?s)\",.*", "");
    }
}
