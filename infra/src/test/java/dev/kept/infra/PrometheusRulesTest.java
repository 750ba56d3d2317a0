package dev.kept.infra;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The alert rules of Prometheus, by its own tool where it is installed (`apt-get install prometheus`).
class PrometheusRulesTest {
    @TempDir
    Path folder;

    @Test
    void askForSeriesThatExist() {
        PrometheusRules.all()
                .map(rule -> rule.path("expr").asText())
                .filter(expression -> expression.contains("kept_"))
                .forEach(PromQuery::check);
    }

    @Test
    void areTestedOneByOne() throws IOException {
        String tests = Files.readString(Templates.ROOT.resolve("infra/prometheus/rules-test.yaml"));
        PrometheusRules.alerts()
                .map(alert -> alert.path("alert").asText())
                .forEach(alert -> assertTrue(tests.contains("alertname: " + alert), alert + " has no test"));
    }

    @Test
    void alarmWhenTheyShouldAndOnlyThen() throws IOException, InterruptedException {
        promtool("test", "rules", "rules-test.yaml");
        promtool("check", "config", "prometheus.yaml");
    }

    /// Grafana puts the interval in; for the rest its queries are Prometheus's.
    @Test
    void understandTheQueriesOfTheDashboards() throws IOException, InterruptedException {
        StringBuilder rules = new StringBuilder("groups:\n  - name: dashboards\n    rules:\n");
        try (Stream<Path> files = Files.list(Templates.ROOT.resolve("infra/grafana/prometheus"))) {
            for (Path file : files.toList()) {
                new ObjectMapper()
                        .readTree(Files.readString(file))
                        .path("panels")
                        .valueStream()
                        .flatMap(panel -> panel.path("targets").valueStream())
                        .map(target -> target.path("expr").asText().replace("$__rate_interval", "5m"))
                        .forEach(query -> rules.append("      - record: kept:query")
                                .append(rules.length())
                                .append("\n        expr: '")
                                .append(query)
                                .append("'\n"));
            }
        }
        promtool(
                "check",
                "rules",
                Files.writeString(folder.resolve("rules.yaml"), rules).toString());
    }

    private static void promtool(String... arguments) throws IOException, InterruptedException {
        Optional<Path> tool = tool();
        assumeTrue(tool.isPresent(), "skipped: promtool is not installed (Debian's package prometheus has it)");
        List<String> command = Stream.concat(Stream.of(tool.orElseThrow().toString()), Stream.of(arguments))
                .toList();
        Process process = new ProcessBuilder(command)
                .directory(Templates.ROOT.resolve("infra/prometheus").toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), output);
    }

    private static Optional<Path> tool() {
        return Stream.of(Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator, -1))
                .map(folder -> Path.of(folder, "promtool"))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
