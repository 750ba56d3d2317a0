package dev.kept.infra;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kept.domain.telemetry.Dimension;
import dev.kept.domain.telemetry.SpanAttribute;
import dev.kept.domain.telemetry.SpanName;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// docs/observability.md says what the code records in traces, no more and no less; and the template turns it on.
class TracesDocTest {
    @Test
    void hasARowForEachSpanWithItsKindAndAttributes() throws IOException {
        assertEquals(
                Stream.of(SpanName.values())
                        .map(span ->
                                List.of("`" + span.label() + "`", span.kind().name(), attributes(span)))
                        .toList(),
                rows("| span |").stream().map(row -> row.subList(0, 3)).toList());
    }

    private static String attributes(SpanName span) {
        return span.attributes().isEmpty()
                ? "–"
                : span.attributes().stream()
                        .map(attribute -> "`" + attribute.label() + "`")
                        .collect(Collectors.joining(", "));
    }

    @Test
    void hasARowForEachAttribute() throws IOException {
        assertEquals(
                Stream.of(SpanAttribute.values())
                        .map(attribute -> "`" + attribute.label() + "`")
                        .toList(),
                rows("| attribute |").stream().map(List::getFirst).toList());
    }

    @Test
    void namesEveryQueue() throws IOException {
        String text = text();
        Dimension.QUEUE.words().forEach(queue -> assertTrue(text.contains("`" + queue + "`"), queue));
    }

    @Test
    void namesTheParametersThatTurnThemOn() throws IOException {
        for (String parameter : List.of("TracesEndpoint", "TracesLayerArn")) {
            assertEquals(
                    "",
                    Templates.MAIN.at("/Parameters/" + parameter + "/Default").asText("missing"));
            assertTrue(text().contains("`" + parameter), parameter);
        }
        assertEquals(
                "TracesEndpoint",
                Templates.MAIN
                        .at("/Globals/Function/Environment/Variables/KEPT_TRACES_ENDPOINT/!Ref")
                        .asText());
        assertEquals("Active", Templates.MAIN.at("/Globals/Function/Tracing").asText());
        assertEquals(
                "TracesLayerArn",
                Templates.MAIN.at("/Globals/Function/Layers/!If/1/0/!Ref").asText());
    }

    private static List<List<String>> rows(String head) throws IOException {
        return text().lines()
                .dropWhile(line -> !line.startsWith(head))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .map(line -> Arrays.stream(line.split("\\|", -1))
                        .skip(1)
                        .map(String::strip)
                        .toList())
                .toList();
    }

    private static String text() throws IOException {
        return Files.readString(Templates.ROOT.resolve("docs/observability.md"));
    }
}
