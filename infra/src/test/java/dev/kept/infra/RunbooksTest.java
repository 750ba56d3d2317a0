package dev.kept.infra;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Whoever is woken finds what to do: every alert names a runbook that is there and names the alert.
class RunbooksTest {
    private static final Path BOOKS = Templates.ROOT.resolve("docs/runbooks");
    private static final Pattern LINK = Pattern.compile("docs/runbooks/([\\w-]+\\.md)");

    @Test
    void areThereForEveryAlertAndForNothingElse() throws IOException {
        Map<String, Set<String>> alerts = new TreeMap<>();
        runbooks()
                .forEach((alert, book) ->
                        alerts.computeIfAbsent(book, _ -> new TreeSet<>()).add(alert));
        Map<String, Set<String>> books = new TreeMap<>();
        for (String book : books()) {
            books.put(book, named(book));
        }
        assertEquals(alerts, books);
    }

    @Test
    void sayWhatToLookAtWhatToDoAndHowToSeeThatItIsOver() throws IOException {
        for (String book : books()) {
            List<String> headings = Files.readString(BOOKS.resolve(book))
                    .lines()
                    .filter(line -> line.startsWith("## "))
                    .toList();
            assertEquals(
                    List.of("## Symptom", "## What to look at", "## What to do", "## How to verify"), headings, book);
        }
    }

    @Test
    void linkToOneAnother() throws IOException {
        String index = Files.readString(BOOKS.resolve("README.md"));
        for (String book : books()) {
            assertTrue(index.contains("(" + book + ")"), book);
            Pattern.compile("\\]\\(([\\w-]+\\.md)\\)")
                    .matcher(Files.readString(BOOKS.resolve(book)))
                    .results()
                    .forEach(link -> assertTrue(Files.exists(BOOKS.resolve(link.group(1))), link.group(1)));
        }
    }

    /// The runbook of each alert, of CloudWatch and of Prometheus.
    private static Map<String, String> runbooks() {
        Map<String, String> runbooks = new TreeMap<>();
        AlarmsTest.alarms()
                .forEach(alarm -> runbooks.put(
                        alarm.getKey(),
                        book(alarm.getValue()
                                .at("/Properties/AlarmDescription/!Sub")
                                .asText())));
        PrometheusRules.alerts()
                .forEach(alert -> runbooks.put(alert.path("alert").asText(), book(annotation(alert))));
        return runbooks;
    }

    private static String annotation(JsonNode alert) {
        return alert.at("/annotations/runbook").asText();
    }

    private static String book(String text) {
        var link = LINK.matcher(text);
        assertTrue(link.find(), "no runbook: " + text);
        return link.group(1);
    }

    private static Set<String> named(String book) throws IOException {
        String alerts = Files.readString(BOOKS.resolve(book))
                .lines()
                .filter(line -> line.startsWith("Alerts: "))
                .findFirst()
                .orElse("");
        return Pattern.compile("`(\\w+)`")
                .matcher(alerts)
                .results()
                .map(name -> name.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> books() throws IOException {
        try (Stream<Path> files = Files.list(BOOKS)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals("README.md"))
                    .sorted()
                    .toList();
        }
    }
}
