package dev.kept.infra;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kept.local.template.EventModel;
import dev.kept.local.template.FunctionModel;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// What every function has whatever it does.
class FunctionSettingsTest {
    private static final List<Map.Entry<String, JsonNode>> FUNCTIONS =
            Templates.resources(Templates.MAIN, "AWS::Serverless::Function").toList();
    private static final JsonNode GLOBALS = Templates.MAIN.at("/Globals/Function");

    /// What no function may decide for itself, so that none forgets it.
    private static final Set<String> GLOBAL = Set.of(
            "Runtime",
            "Architectures",
            "Tracing",
            "SnapStart",
            "AutoPublishAlias",
            "DeploymentPreference",
            "LoggingConfig",
            "Environment");

    /// Answered for by whoever waits for their answer.
    private static final Set<String> CALLED = Set.of("AuthorizerFunction");

    @Test
    void areSetForAll() {
        GLOBAL.forEach(setting -> assertTrue(GLOBALS.has(setting), setting));
        assertEquals("java25", GLOBALS.path("Runtime").asText());
        assertEquals("Active", GLOBALS.path("Tracing").asText());
        assertEquals("PublishedVersions", GLOBALS.at("/SnapStart/ApplyOn").asText());
        assertEquals("JSON", GLOBALS.at("/LoggingConfig/LogFormat").asText());
        assertEquals(
                List.of("arm64", "x86_64"),
                Templates.MAIN
                        .at("/Parameters/Architecture/AllowedValues")
                        .valueStream()
                        .map(JsonNode::asText)
                        .toList());
        assertEquals("Architecture", GLOBALS.at("/Architectures/0/!Ref").asText());
    }

    @ParameterizedTest
    @FieldSource("FUNCTIONS")
    void areNotChangedForOne(Map.Entry<String, JsonNode> function) {
        GLOBAL.forEach(setting -> assertFalse(
                function.getValue().path("Properties").has(setting), () -> function.getKey() + ": " + setting));
    }

    @Test
    void keepLogsForAsLongAsTheDeploymentSays() {
        Set<String> groups = Templates.resources(Templates.MAIN, "AWS::Logs::LogGroup")
                .peek(group -> assertEquals(
                        "LogRetentionDays",
                        group.getValue().at("/Properties/RetentionInDays/!Ref").asText(),
                        group.getKey()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        assertTrue(groups.contains(GLOBALS.at("/LoggingConfig/LogGroup/!Ref").asText()));
        Templates.ALL.stream()
                .flatMap(template -> Templates.resources(template, "AWS::Logs::LogGroup"))
                .forEach(group -> assertFalse(
                        group.getValue().at("/Properties/RetentionInDays").isMissingNode(), group.getKey()));
    }

    /// AWS's own policies name no resources, and a function without one of its own would run with nothing but them.
    @ParameterizedTest
    @FieldSource("FUNCTIONS")
    void permitWhatIsWrittenHereAndNothingElse(Map.Entry<String, JsonNode> function) {
        JsonNode policies = function.getValue().at("/Properties/Policies");
        assertTrue(policies.size() > 0, function.getKey());
        policies.valueStream().forEach(policy -> assertTrue(isOurs(policy), () -> function.getKey() + ": " + policy));
    }

    private static boolean isOurs(JsonNode policy) {
        if (policy.has("!If")) {
            return isOurs(policy.at("/!If/1"))
                    && policy.at("/!If/2/!Ref").asText().equals("AWS::NoValue");
        }
        String name = policy.path("!Ref").asText();
        return policy.has("Statement")
                || Templates.MAIN.at("/Resources/" + name + "/Type").asText().equals("AWS::IAM::ManagedPolicy");
    }

    /// Queues and streams see to theirs in {@link WorkTest}.
    @Test
    void keepTheFailuresOfCallsThatNobodyWaitsFor() {
        for (FunctionModel function : Templates.SYSTEM.functions()) {
            if (function.events().isEmpty() && !CALLED.contains(function.logicalId())) {
                JsonNode onFailure = Templates.MAIN.at("/Resources/" + function.logicalId()
                        + "/Properties/EventInvokeConfig/DestinationConfig/OnFailure/Destination");
                assertTrue(onFailure.toString().contains("Queues.Outputs."), function.name());
            }
        }
    }

    /// A queue that filled up while the index was down must not bring it down again.
    @Test
    void workOffAQueueWithSoManyAtOnce() {
        int found = 0;
        for (Map.Entry<String, JsonNode> function : FUNCTIONS) {
            for (JsonNode event : events(function, "SQS").toList()) {
                int most =
                        event.at("/Properties/ScalingConfig/MaximumConcurrency").asInt();
                assertTrue(most >= 2 && most <= 20, () -> function.getKey() + ": " + most);
                found++;
            }
        }
        assertEquals(count(EventModel.QueueSource.class), found);
    }

    /// One batch a shard at a time, which is Lambda's default.
    @Test
    void workOffAStreamShardByShard() {
        int found = 0;
        for (Map.Entry<String, JsonNode> function : FUNCTIONS) {
            for (JsonNode event : events(function, "DynamoDB").toList()) {
                assertFalse(event.path("Properties").has("ParallelizationFactor"), function.getKey());
                found++;
            }
        }
        assertEquals(count(EventModel.StreamSource.class), found);
    }

    private static Stream<JsonNode> events(Map.Entry<String, JsonNode> function, String type) {
        return function.getValue()
                .at("/Properties/Events")
                .valueStream()
                .filter(event -> event.path("Type").asText().equals(type));
    }

    private static long count(Class<? extends EventModel> kind) {
        return Templates.SYSTEM.functions().stream()
                .flatMap(function -> function.events().stream())
                .filter(kind::isInstance)
                .count();
    }
}
