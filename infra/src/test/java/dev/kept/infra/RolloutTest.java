package dev.kept.infra;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// How a new version takes over, and what takes it back.
class RolloutTest {
    private static final JsonNode PREFERENCE = Templates.MAIN.at("/Globals/Function/DeploymentPreference");

    @Test
    void goesAsTheDeploymentSays() {
        assertEquals("RolloutType", PREFERENCE.at("/Type/!Ref").asText());
        JsonNode types = Templates.MAIN.at("/Parameters/RolloutType/AllowedValues");
        assertTrue(types.valueStream().anyMatch(type -> type.asText().startsWith("Canary")));
        assertEquals(
                "AllAtOnce",
                Templates.MAIN.at("/Parameters/RolloutType/Default").asText());
    }

    @Test
    void isTakenBackByEveryAlarmThereIsForIt() {
        Set<String> watched = PREFERENCE
                .path("Alarms")
                .valueStream()
                .map(alarm -> alarm.path("!GetAtt").asText())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> offered = Templates.resources(Templates.ROLLOUT, "AWS::CloudWatch::Alarm")
                .map(alarm -> "Rollout.Outputs." + alarm.getKey() + "Name")
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(offered, watched);
        Templates.ROLLOUT
                .path("Outputs")
                .properties()
                .forEach(output -> assertEquals(
                        output.getKey(), output.getValue().at("/Value/!Ref").asText() + "Name"));
    }

    /// An alias waits for the alarms that watch it, so they must not wait for an alias: not for the API either, whose
    /// routes lead to them.
    @Test
    void waitsForNothingThatWaitsForIt() {
        List<String> given = Templates.MAIN
                .at("/Resources/Rollout/Properties/Parameters")
                .valueStream()
                .map(value -> value.path("!Ref").asText())
                .toList();
        assertEquals(List.of("StageName", "FunctionLogGroup"), given);
        String logGroup = Templates.MAIN.at("/Resources/FunctionLogGroup").toString();
        assertFalse(logGroup.contains("Function."), logGroup);
    }

    @Test
    void looksAtTheLogThatAllFunctionsWrite() {
        JsonNode filter = Templates.resources(Templates.ROLLOUT, "AWS::Logs::MetricFilter")
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow()
                .path("Properties");
        JsonNode metric = filter.at("/MetricTransformations/0");
        JsonNode alarm = Templates.ROLLOUT.at("/Resources/FaultsLoggedAlarm/Properties");
        assertEquals("{ $.level = \"ERROR\" }", filter.path("FilterPattern").asText());
        assertEquals(metric.path("MetricNamespace"), alarm.path("Namespace"));
        assertEquals(metric.path("MetricName"), alarm.path("MetricName"));
    }

    @Test
    void isExplainedWhereTheAlarmsSay() {
        Templates.resources(Templates.ROLLOUT, "AWS::CloudWatch::Alarm")
                .forEach(alarm -> assertTrue(
                        alarm.getValue()
                                .at("/Properties/AlarmDescription/!Sub")
                                .asText()
                                .endsWith(" docs/rollout.md"),
                        alarm.getKey()));
        assertTrue(Files.exists(Templates.ROOT.resolve("docs/rollout.md")));
    }
}
