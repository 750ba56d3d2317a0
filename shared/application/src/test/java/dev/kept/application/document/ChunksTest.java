package dev.kept.application.document;

import static dev.kept.domain.document.DocumentFormat.CODE;
import static dev.kept.domain.document.DocumentFormat.MARKDOWN;
import static dev.kept.domain.document.DocumentFormat.TEXT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kept.domain.document.Chunk;
import dev.kept.domain.document.DocumentFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChunksTest {
    private static final String FENCE = "```";

    @Test
    void aShortTextIsOneChunk() {
        assertEquals(List.of(new Chunk(0, List.of(), "One.\n\nTwo.")), Chunks.of("\n\nOne.\n\n\n Two.  \n", TEXT));
    }

    @Test
    void aLongTextIsCutBetweenParagraphsAndSaysItsLastSentenceAgain() {
        List<Chunk> chunks = Chunks.of(paragraphs(20), TEXT);
        assertTrue(chunks.size() > 3);
        for (int i = 0; i < chunks.size(); i++) {
            Chunk chunk = chunks.get(i);
            assertEquals(i, chunk.position());
            assertTrue(Weight.of(chunk.content()) <= Weight.MAX);
            assertTrue(chunk.content().endsWith("."), chunk.content());
        }
        String end = chunks.get(0).content();
        String lastSentence = end.substring(end.lastIndexOf("The third"));
        assertTrue(chunks.get(1).content().contains(lastSentence), chunks.get(1).content());
    }

    @Test
    void aLongParagraphIsCutBetweenSentences() {
        String sentences = IntStream.range(0, 100)
                .mapToObj(i -> "Sentence number " + i + " says little.")
                .collect(Collectors.joining(" "));
        List<Chunk> chunks = Chunks.of(sentences, TEXT);
        assertTrue(chunks.size() >= 3);
        chunks.forEach(chunk -> {
            assertTrue(chunk.content().startsWith("Sentence"), chunk.content());
            assertTrue(chunk.content().endsWith("little."), chunk.content());
        });
    }

    @Test
    void aLineWithoutAnEndIsCutAnywhereAndKeptWhole() {
        String line = "x".repeat(400_000);
        List<Chunk> chunks = Chunks.of(line, TEXT);
        assertEquals(line, chunks.stream().map(Chunk::content).collect(Collectors.joining()));
        chunks.forEach(chunk -> assertTrue(chunk.content().length() <= Weight.MAX));
        String ships = "🚢".repeat(5_000);
        assertEquals(ships, Chunks.of(ships, TEXT).stream().map(Chunk::content).collect(Collectors.joining()));
    }

    @Test
    void ideographsTakeMoreOfWhatAModelReads() {
        List<Chunk> chunks = Chunks.of("船は港に入った。".repeat(200), TEXT);
        assertTrue(chunks.size() >= 4);
        chunks.forEach(chunk -> assertTrue(chunk.content().length() <= 400));
    }

    @Test
    void aLogIsCutBetweenLines() {
        String log = IntStream.range(0, 200)
                .mapToObj(i -> "2026-11-22 level=info request=" + i + " status=200 path=/v1/search")
                .collect(Collectors.joining("\n"));
        Chunks.of(log, TEXT)
                .forEach(chunk -> chunk.content()
                        .lines()
                        .forEach(line -> assertTrue(line.startsWith("2026") && line.endsWith("search"), line)));
    }

    @Test
    void markdownIsCutAtItsHeadingsAndKeepsTheirPath() {
        String markdown = "# Handbook\n\n" + paragraphs(3) + "\n\n## Setup\n\n" + paragraphs(3)
                + "\n\n### Linux `apt`\n\n" + paragraphs(3) + "\n\nRelease\n-------\n\n" + paragraphs(3);
        List<Chunk> chunks = Chunks.of(markdown, MARKDOWN);
        assertEquals(
                List.of(
                        List.of("Handbook"),
                        List.of("Handbook", "Setup"),
                        List.of("Handbook", "Setup", "Linux apt"),
                        List.of("Handbook", "Release")),
                chunks.stream().map(Chunk::headings).distinct().toList());
        assertTrue(chunks.get(0).content().startsWith("# Handbook"));
        chunks.forEach(chunk -> assertFalse(chunk.content().matches("(?s).*\n#+ [^\n]*$"), chunk.content()));
    }

    @Test
    void smallSectionsShareAChunk() {
        String markdown = "# Terms\n\n## Quay\nA wall.\n\n## Pier\nA bridge.\n\n## Mole\nA dam.\n";
        List<Chunk> chunks = Chunks.of(markdown, MARKDOWN);
        assertEquals(1, chunks.size());
        assertEquals(List.of("Terms"), chunks.getFirst().headings());
        assertTrue(chunks.getFirst().content().contains("## Pier\n\nA bridge."));
    }

    @Test
    void codeBlocksAndTablesStayWholeWhereTheyCan() {
        String code = FENCE + "java\n" + "call(\"something\");\n\n".repeat(30) + FENCE;
        String table = "| port | use |\n|---|---|\n"
                + "| 3000 | gateway |\n".repeat(20).strip();
        String markdown = "# Ports\n\n" + paragraphs(4) + "\n\n" + code + "\n\n" + paragraphs(4) + "\n\n" + table;
        List<Chunk> chunks = Chunks.of(markdown, MARKDOWN);
        assertTrue(chunks.stream().anyMatch(chunk -> chunk.content().contains(code)));
        assertTrue(chunks.stream().anyMatch(chunk -> chunk.content().contains(table)));
    }

    @Test
    void partsOfALongCodeBlockAndOfALongTableCanBeReadAlone() {
        String code = FENCE + "java\n" + "int f() {\n    return 1;\n}\n\n".repeat(120) + FENCE;
        String table = "| port | use |\n|---|---|\n" + "| 3000 | gateway |\n".repeat(200);
        List<Chunk> ofCode = Chunks.of("# Code\n\n" + code, MARKDOWN);
        List<Chunk> ofTable = Chunks.of("# Ports\n\n" + table, MARKDOWN);
        assertTrue(ofCode.size() > 2 && ofTable.size() > 2);
        ofCode.forEach(chunk -> assertEquals(0, count(chunk.content(), FENCE) % 2, chunk.content()));
        ofTable.forEach(chunk -> assertTrue(chunk.content().contains("| port | use |\n|---|---|\n| 3000")));
        ofCode.forEach(chunk -> assertEquals(List.of("Code"), chunk.headings()));
    }

    @Test
    void javaIsCutBetweenMethods() {
        String method = """

                    /// What it does.
                    @Test
                    void does%d() {
                        int a = 1;

                        if (a > 0) {
                            call("with an argument that takes some room", a);
                        }
                    }
                """;
        String java = "package a;\n\nimport b.C;\n\n/// A class.\npublic class Ferry {\n    private int a;\n"
                + IntStream.range(0, 20).mapToObj(method::formatted).collect(Collectors.joining()) + "}\n";
        List<Chunk> chunks = Chunks.of(java, CODE);
        assertTrue(chunks.size() >= 3);
        assertTrue(chunks.getFirst().content().contains("public class Ferry {"));
        chunks.stream().skip(1).forEach(chunk -> {
            assertEquals(List.of("public class Ferry"), chunk.headings());
            assertTrue(chunk.content().startsWith("    /// What it does."), chunk.content());
            assertEquals(count(chunk.content(), "void does"), count(chunk.content(), "with an argument"));
        });
        assertEquals(
                20,
                chunks.stream()
                        .mapToInt(chunk -> count(chunk.content(), "void does"))
                        .sum());
    }

    @Test
    void pythonIsCutBetweenFunctions() {
        String function = """
                @cached
                def moor_%d(ferry, quay):
                    \"""Moors a ferry.\"""
                    for rope in ferry.ropes:
                        rope.tie(quay)

                    return quay


                """;
        String python = "import os\n\n"
                + IntStream.range(0, 30).mapToObj(function::formatted).collect(Collectors.joining());
        List<Chunk> chunks = Chunks.of(python, CODE);
        assertTrue(chunks.size() >= 3);
        chunks.forEach(chunk -> {
            assertEquals(count(chunk.content(), "def moor"), count(chunk.content(), "return quay"));
            assertEquals(count(chunk.content(), "def moor"), count(chunk.content(), "@cached"));
        });
    }

    @Test
    void methodsOfAPythonClassStandUnderIt() {
        String method = "    def tie_%d(self):\n        self.rope = 'a rope that is long enough to count'\n\n";
        String python = "class Ferry(Ship):\n"
                + IntStream.range(0, 60).mapToObj(method::formatted).collect(Collectors.joining());
        List<Chunk> chunks = Chunks.of(python, CODE);
        assertTrue(chunks.size() >= 3);
        chunks.stream().skip(1).forEach(chunk -> assertEquals(List.of("class Ferry(Ship)"), chunk.headings()));
    }

    @Test
    void javaScriptIsCutBetweenFunctionsWithoutEmptyLinesToo() {
        String function = """
                export function moor%d(ferry) {
                  const ropes = ferry.ropes.map((rope) => {
                    return rope.tie();
                  });
                  return ropes;
                }
                """;
        String javaScript = IntStream.range(0, 40).mapToObj(function::formatted).collect(Collectors.joining());
        List<Chunk> chunks = Chunks.of(javaScript, CODE);
        assertTrue(chunks.size() >= 3);
        chunks.forEach(chunk -> {
            assertTrue(chunk.content().startsWith("export function"), chunk.content());
            assertTrue(chunk.content().endsWith("}"), chunk.content());
        });
    }

    @ParameterizedTest
    @EnumSource(DocumentFormat.class)
    void losesNoWordOfAnything(DocumentFormat format) {
        String mixed = "# One\n\n" + paragraphs(5) + "\n\n- a\n  - b\n\n" + FENCE + "\nint a;\n" + FENCE
                + "\n\n[link]: http://example.org\n\n<div>\nhtml\n</div>\n\n> quoted\n\n\tindented\n";
        String kept = Chunks.of(mixed, format).stream().map(Chunk::content).collect(Collectors.joining(" "));
        for (String word : mixed.split("\\s+", -1)) {
            assertTrue(kept.contains(word), word);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {">", "- ", "[", "*", "`", "#", "|", "\n", "{", "(", " ", "a\n", "# a\n\n", "}\n", "\t", "\\"})
    void takesWhatIsMeantToHurt(String piece) {
        String text = piece.repeat(200_000 / piece.length());
        for (DocumentFormat format : DocumentFormat.values()) {
            Chunks.of(text, format).forEach(chunk -> assertTrue(Weight.of(chunk.content()) <= 2 * Weight.MAX));
        }
    }

    private static int count(String text, String part) {
        return text.split(java.util.regex.Pattern.quote(part), -1).length - 1;
    }

    private static String paragraphs(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "The first sentence of paragraph " + i + " tells about the harbour and its ferries. "
                        + "The second one, which is longer, names the quay at which they moor in winter. "
                        + "The third of " + i + " is short.")
                .collect(Collectors.joining("\n\n"));
    }
}
