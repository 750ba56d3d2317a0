package dev.kept.infra;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kept.domain.telemetry.Dimension;
import dev.kept.domain.telemetry.Metric;
import dev.kept.local.template.EventModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Every metric that a dashboard or an alarm looks at is one that the functions write, with the dimensions that they
/// write it with: CloudWatch and Grafana show an empty picture for any other, and an alarm stays quiet for ever.
class DashboardsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern SEARCH =
            Pattern.compile("SEARCH\\('\\{Kept,([\\w,]+)} MetricName=\"(\\w+)\" Stage=\"[^\"]+\"', '(\\w+)', \\d+\\)");
    private static final List<String> NAMES =
            List.of("cost", "extraction", "overview", "search-and-context", "tenants");

    @Test
    void showMetricsThatExistInCloudWatch() throws IOException {
        Set<String> shown = new TreeSet<>();
        for (JsonNode widget : widgets()) {
            for (JsonNode row : widget.at("/properties/metrics")) {
                String expression = row.path(0).path("expression").asText();
                if (expression.startsWith("SEARCH")) {
                    shown.add(searched(expression));
                } else if (row.path(0).asText().equals("Kept")) {
                    shown.add(shown(row));
                }
            }
        }
        assertEquals(labels(), shown, "every metric is looked at by somebody");
    }

    @Test
    void doNotOverlapInCloudWatch() throws IOException {
        for (var dashboard : Templates.resources(Templates.DASHBOARDS, "AWS::CloudWatch::Dashboard")
                .toList()) {
            Set<String> taken = new HashSet<>();
            for (JsonNode widget : body(dashboard.getValue()).path("widgets")) {
                int right = widget.path("x").asInt() + widget.path("width").asInt();
                assertTrue(right <= 24, dashboard.getKey());
                for (int x = widget.path("x").asInt(); x < right; x++) {
                    for (int y = 0; y < widget.path("height").asInt(); y++) {
                        assertTrue(taken.add(x + "," + (widget.path("y").asInt() + y)), widget::toString);
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"cloudwatch", "prometheus"})
    void areThereForBothSourcesOfGrafana(String source) throws IOException {
        assertEquals(NAMES, grafana(source).keySet().stream().toList());
        Set<String> ids = new HashSet<>();
        for (JsonNode dashboard : grafana(source).values()) {
            assertTrue(ids.add(dashboard.path("uid").asText()));
            assertFalse(dashboard.path("panels").isEmpty());
            Set<Integer> panels = new HashSet<>();
            for (JsonNode panel : dashboard.path("panels")) {
                assertTrue(panels.add(panel.path("id").asInt()));
                assertEquals(source, panel.at("/datasource/type").asText());
                assertEquals("${datasource}", panel.at("/datasource/uid").asText());
                assertFalse(panel.path("targets").isEmpty(), panel::toString);
            }
        }
    }

    @Test
    void showMetricsThatExistInGrafanasCloudWatch() throws IOException {
        for (JsonNode target : targets("cloudwatch")) {
            if (target.path("namespace").asText().equals("Kept")) {
                Map<String, String> dimensions = new TreeMap<>();
                target.path("dimensions")
                        .properties()
                        .forEach(entry ->
                                dimensions.put(entry.getKey(), entry.getValue().asText()));
                check(target.path("metricName").asText(), dimensions);
            }
        }
    }

    @Test
    void askPrometheusForSeriesThatExist() throws IOException {
        for (JsonNode target : targets("prometheus")) {
            PromQuery.check(target.path("expr").asText());
        }
    }

    @Test
    void watchMetricsThatExist() {
        List<JsonNode> watched = AlarmsTest.alarms()
                .map(alarm -> alarm.getValue().path("Properties"))
                .flatMap(alarm -> Stream.concat(
                        Stream.of(alarm),
                        alarm.path("Metrics").valueStream().map(metric -> metric.at("/MetricStat/Metric"))))
                .filter(metric -> metric.path("Namespace").asText().equals("Kept"))
                .toList();
        assertTrue(watched.size() > 10);
        for (JsonNode metric : watched) {
            Map<String, String> dimensions = new TreeMap<>();
            metric.path("Dimensions")
                    .forEach(dimension -> dimensions.put(
                            dimension.path("Name").asText(),
                            dimension.path("Value").asText()));
            check(metric.path("MetricName").asText(), dimensions);
        }
    }

    private static String searched(String expression) {
        var found = SEARCH.matcher(expression);
        assertTrue(found.matches(), expression);
        Map<String, String> dimensions = Stream.of(found.group(1).split(",", -1))
                .collect(Collectors.toMap(name -> name, _ -> "*", (a, _) -> a, TreeMap::new));
        check(found.group(2), dimensions);
        return found.group(2);
    }

    private static String shown(JsonNode row) {
        Map<String, String> dimensions = new TreeMap<>();
        for (int i = 2; row.path(i).isTextual(); i += 2) {
            dimensions.put(row.path(i).asText(), row.path(i + 1).asText());
        }
        check(row.path(1).asText(), dimensions);
        return row.path(1).asText();
    }

    private static void check(String name, Map<String, String> dimensions) {
        Metric metric = Metric.labelled(name).orElseThrow(() -> new AssertionError("there is no metric " + name));
        Set<String> wanted = new TreeSet<>(Set.of("Stage"));
        metric.dimensions().forEach(dimension -> wanted.add(dimension.label()));
        assertEquals(wanted, dimensions.keySet(), name);
        for (Dimension dimension : metric.dimensions()) {
            String value = dimensions.getOrDefault(dimension.label(), "");
            assertTrue(
                    value.equals("*") || takes(dimension, value), name + " has no " + dimension.label() + " " + value);
        }
    }

    private static boolean takes(Dimension dimension, String value) {
        return dimension.words().isEmpty() ? isRoute(value) : dimension.words().contains(value);
    }

    private static boolean isRoute(String value) {
        return Templates.SYSTEM.functions().stream()
                .flatMap(function -> function.events().stream())
                .filter(EventModel.Route.class::isInstance)
                .map(EventModel.Route.class::cast)
                .anyMatch(route -> value.equals(route.method() + ":" + route.path()));
    }

    private static Set<String> labels() {
        return Stream.of(Metric.values()).map(Metric::label).collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<JsonNode> widgets() throws IOException {
        List<JsonNode> widgets = new ArrayList<>();
        for (var dashboard : Templates.resources(Templates.DASHBOARDS, "AWS::CloudWatch::Dashboard")
                .toList()) {
            body(dashboard.getValue()).path("widgets").forEach(widgets::add);
        }
        assertFalse(widgets.isEmpty());
        return widgets;
    }

    private static JsonNode body(JsonNode dashboard) throws IOException {
        return JSON.readTree(dashboard.at("/Properties/DashboardBody/!Sub").asText());
    }

    private static List<JsonNode> targets(String source) throws IOException {
        return grafana(source).values().stream()
                .flatMap(dashboard -> dashboard.path("panels").valueStream())
                .flatMap(panel -> panel.path("targets").valueStream())
                .toList();
    }

    private static Map<String, JsonNode> grafana(String source) throws IOException {
        Map<String, JsonNode> dashboards = new TreeMap<>();
        try (Stream<Path> files = Files.list(Templates.ROOT.resolve("infra/grafana/" + source))) {
            for (Path file : files.toList()) {
                dashboards.put(
                        file.getFileName().toString().replace(".json", ""), JSON.readTree(Files.readString(file)));
            }
        }
        return dashboards;
    }
}
