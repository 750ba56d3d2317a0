package dev.kept.application.redaction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class RedactedDataTest {
    private static final String SECRET = "AKIAEXAMPLE7FAKE0002";
    private final RedactedData data = new RedactedData(Redactor.standard());

    @Test
    void takesSecretsOutOfTitlesAndLabels() {
        assertFalse(data.text(Optional.of("key " + SECRET)).orElseThrow().contains(SECRET));
        assertFalse(data.labels(List.of(SECRET, "plain")).toString().contains(SECRET));
        assertFalse(data.labels(new TreeSet<>(List.of(SECRET))).toString().contains(SECRET));
    }

    @Test
    void takesSecretsOutOfAnyDepthAndLeavesTheRest() {
        Map<String, Object> inner = new LinkedHashMap<>();
        inner.put("list", List.of("key " + SECRET, 7, true));
        Map<String, Object> json = Map.of("inner", inner, "plain", "text", "number", 1.5);

        Map<String, Object> redacted = data.json(json);

        assertFalse(redacted.toString().contains(SECRET));
        assertEquals("text", redacted.get("plain"));
        assertEquals(1.5, redacted.get("number"));
    }

    @Test
    void aNameMayBeASecretToo() {
        Map<String, Object> json = Map.of(SECRET, 1, "AKIAEXAMPLE7FAKE0003", 2);

        Map<String, Object> redacted = data.json(json);

        assertEquals(
                new TreeSet<>(List.of("[redacted:aws-access-key]", "[redacted:aws-access-key] 2")),
                new TreeSet<>(redacted.keySet()));
    }
}
