package dev.kept.infra;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kept.local.template.EventModel;
import dev.kept.local.template.QueueModel;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AlarmsTest {
    @Test
    void watchEveryQueueThatNobodyReads() {
        Set<String> deadLetters = Templates.SYSTEM.queues().stream()
                .filter(queue -> queue.redrive().isEmpty())
                .map(QueueModel::logicalId)
                .map(id -> id + "Name")
                .collect(Collectors.toSet());
        assertEquals(deadLetters, watched("ApproximateNumberOfMessagesVisible"));
    }

    @Test
    void watchTheAgeOfEveryQueueThatSomebodyReads() {
        Set<String> queues = Templates.SYSTEM.queues().stream()
                .filter(queue -> queue.redrive().isPresent())
                .map(QueueModel::logicalId)
                .map(id -> id + "Name")
                .collect(Collectors.toSet());
        assertEquals(queues, watched("ApproximateAgeOfOldestMessage"));
    }

    @Test
    void watchEveryReaderOfAStream() {
        assertEquals(functionsWith(EventModel.StreamSource.class), watched("IteratorAge"));
    }

    @Test
    void watchTheErrorsOfEveryFunctionWithoutACaller() {
        Set<String> withoutCaller = Stream.of(
                        EventModel.StreamSource.class, EventModel.QueueSource.class, EventModel.Schedule.class)
                .flatMap(kind -> functionsWith(kind).stream())
                .collect(Collectors.toSet());
        assertEquals(withoutCaller, watched("Errors"));
        assertEquals(Set.of("ApiId"), watched("5xx"));
    }

    @Test
    void areGivenTheResourcesThatTheyAreNamedAfter() {
        JsonNode given = Templates.MAIN.at("/Resources/Observability/Properties/Parameters");
        given.properties().forEach(parameter -> {
            String name = parameter.getKey();
            if (name.endsWith("QueueName")) {
                assertEquals(
                        "Queues.Outputs." + name,
                        parameter.getValue().path("!GetAtt").asText());
                assertEquals(
                        name.replaceAll("Name$", ".QueueName"),
                        Templates.QUEUES
                                .at("/Outputs/" + name + "/Value/!GetAtt")
                                .asText());
            } else if (name.endsWith("FunctionName")) {
                assertEquals(
                        name.replaceAll("Name$", ""),
                        parameter.getValue().path("!Ref").asText());
            }
        });
    }

    /// One window of a burn rate tells nobody by itself, but through the composite alarm that it is part of.
    @Test
    void tellSomebody() {
        String composites = alarms().filter(AlarmsTest::isComposite)
                .map(alarm -> alarm.getValue().at("/Properties/AlarmRule/!Sub").asText())
                .collect(Collectors.joining());
        alarms().forEach(alarm -> assertTrue(
                alarm.getValue().at("/Properties/AlarmActions").toString().contains("AlarmTopic")
                        || composites.contains("ALARM(\"${" + alarm.getKey() + "}\")"),
                alarm.getKey()));
    }

    @Test
    void combineAlarmsThatExist() {
        Set<String> names = alarms().map(Map.Entry::getKey).collect(Collectors.toSet());
        alarms().filter(AlarmsTest::isComposite)
                .forEach(alarm -> Pattern.compile("\\$\\{(\\w+)}")
                        .matcher(alarm.getValue()
                                .at("/Properties/AlarmRule/!Sub")
                                .asText())
                        .results()
                        .forEach(part -> assertTrue(names.contains(part.group(1)), part.group(1))));
    }

    private static boolean isComposite(Map.Entry<String, JsonNode> alarm) {
        return alarm.getValue().path("Type").asText().endsWith("CompositeAlarm");
    }

    static Stream<Map.Entry<String, JsonNode>> alarms() {
        return Stream.of("AWS::CloudWatch::Alarm", "AWS::CloudWatch::CompositeAlarm")
                .flatMap(type -> Templates.resources(Templates.OBSERVABILITY, type));
    }

    /// The parameters that alarms on a metric take their dimension from.
    private static Set<String> watched(String metric) {
        return Templates.resources(Templates.OBSERVABILITY, "AWS::CloudWatch::Alarm")
                .map(alarm -> alarm.getValue().path("Properties"))
                .filter(alarm -> alarm.path("MetricName").asText().equals(metric))
                .map(alarm -> alarm.at("/Dimensions/0/Value/!Ref").asText())
                .collect(Collectors.toSet());
    }

    private static Set<String> functionsWith(Class<? extends EventModel> kind) {
        return Templates.SYSTEM.functions().stream()
                .filter(function -> function.events().stream().anyMatch(kind::isInstance))
                .map(function -> function.logicalId() + "Name")
                .collect(Collectors.toSet());
    }
}
