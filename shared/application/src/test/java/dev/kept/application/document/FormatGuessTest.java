package dev.kept.application.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.kept.domain.document.DocumentFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatGuessTest {
    @ParameterizedTest
    @CsvSource({
        "https://example.org/guide.MD, MARKDOWN, ''",
        "src/Main.java, CODE, java",
        "https://example.org/tool.py?raw=1, CODE, python",
        "notes.txt, TEXT, ''",
        "https://example.org/page, TEXT, ''"
    })
    void goesByTheUri(String uri, DocumentFormat format, String language) {
        FormatGuess.Guess guess = guess(Optional.of(uri), Optional.empty(), "Nothing special.");
        assertEquals(format, guess.format());
        assertEquals(language, guess.language().orElse(""));
    }

    @Test
    void goesByTheLooks() {
        assertEquals(DocumentFormat.MARKDOWN, looks("# A title\n\nText."));
        assertEquals(DocumentFormat.MARKDOWN, looks("Text.\n\n```\ncode\n```"));
        assertEquals(DocumentFormat.CODE, looks("int main() {\n    return 0;\n}\n"));
        assertEquals(DocumentFormat.CODE, looks("import os\n\ndef main():\n    os.exit(0);\n    if a: b()\n"));
        assertEquals(DocumentFormat.TEXT, looks("Dear all,\n\nthe ferry is late.\n\nYours, Ada"));
    }

    @Test
    void goesByWhatIsSaid() {
        FormatGuess.Guess said = guess(Optional.of("a.java"), Optional.of(DocumentFormat.TEXT), "int a;");
        assertEquals(DocumentFormat.TEXT, said.format());
    }

    private static DocumentFormat looks(String content) {
        return guess(Optional.empty(), Optional.empty(), content).format();
    }

    private static FormatGuess.Guess guess(Optional<String> uri, Optional<DocumentFormat> format, String content) {
        DocumentDraft draft = new DocumentDraft(
                "A title", content, uri, Optional.empty(), format, Optional.empty(), new TreeSet<>(), Map.of());
        return FormatGuess.of(draft, content);
    }
}
