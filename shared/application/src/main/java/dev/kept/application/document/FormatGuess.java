package dev.kept.application.document;

import dev.kept.domain.document.DocumentFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// What format a document is in that does not say: by its language, by the end of its uri or title, by its looks.
final class FormatGuess {
    private static final Set<String> MARKDOWN = Set.of("md", "markdown", "mdx");
    private static final Set<String> TEXT = Set.of("txt", "text", "log", "csv", "rst", "adoc");
    private static final Map<String, String> LANGUAGES = Map.ofEntries(
            Map.entry("java", "java"),
            Map.entry("kt", "kotlin"),
            Map.entry("scala", "scala"),
            Map.entry("py", "python"),
            Map.entry("js", "javascript"),
            Map.entry("mjs", "javascript"),
            Map.entry("jsx", "javascript"),
            Map.entry("ts", "typescript"),
            Map.entry("tsx", "typescript"),
            Map.entry("go", "go"),
            Map.entry("rs", "rust"),
            Map.entry("rb", "ruby"),
            Map.entry("php", "php"),
            Map.entry("c", "c"),
            Map.entry("h", "c"),
            Map.entry("cpp", "c++"),
            Map.entry("hpp", "c++"),
            Map.entry("cs", "c#"),
            Map.entry("swift", "swift"),
            Map.entry("sh", "shell"),
            Map.entry("sql", "sql"),
            Map.entry("css", "css"),
            Map.entry("html", "html"),
            Map.entry("xml", "xml"),
            Map.entry("json", "json"),
            Map.entry("yaml", "yaml"),
            Map.entry("yml", "yaml"),
            Map.entry("toml", "toml"));
    private static final Pattern EXTENSION = Pattern.compile("\\.([A-Za-z0-9]{1,8})(?:[?#].*)?$");
    private static final Pattern MARKDOWN_LINE =
            Pattern.compile("#{1,6} \\S.*|\\s*```.*|\\|.*\\|.*\\|\\s*|.*\\[[^\\]]+\\]\\([^)]+\\).*");
    private static final Pattern CODE_LINE = Pattern.compile(
            ".*[;{}]\\s*|\\s*(?:def|class|import|from|func|function|package|public|private|return|if|for|while)\\b.*[:({].*");
    private static final int LINES_READ = 400;
    private static final int LINE_CHARACTERS = 200;
    private static final double MOSTLY = 0.5;

    private FormatGuess() {}

    /// @param language of code
    record Guess(DocumentFormat format, Optional<String> language) {}

    static Guess of(DocumentDraft draft, String content) {
        Optional<String> extension = draft.uri().flatMap(FormatGuess::extension).or(() -> extension(draft.title()));
        Optional<String> language = draft.language().or(() -> extension.map(LANGUAGES::get));
        DocumentFormat format = draft.format().orElseGet(() -> format(draft, extension, content));
        return new Guess(format, format == DocumentFormat.CODE ? language : draft.language());
    }

    private static DocumentFormat format(DocumentDraft draft, Optional<String> extension, String content) {
        if (extension.filter(MARKDOWN::contains).isPresent()) {
            return DocumentFormat.MARKDOWN;
        }
        if (draft.language().isPresent()
                || extension.filter(LANGUAGES::containsKey).isPresent()) {
            return DocumentFormat.CODE;
        }
        return extension.filter(TEXT::contains).isPresent() ? DocumentFormat.TEXT : looks(content);
    }

    private static DocumentFormat looks(String content) {
        long markdown = count(content, MARKDOWN_LINE);
        long lines = content.lines()
                .limit(LINES_READ)
                .filter(line -> !line.isBlank())
                .count();
        if (count(content, CODE_LINE) > lines * MOSTLY && lines > 1) {
            return DocumentFormat.CODE;
        }
        return markdown > 0 ? DocumentFormat.MARKDOWN : DocumentFormat.TEXT;
    }

    private static long count(String content, Pattern pattern) {
        return content.lines()
                .limit(LINES_READ)
                .filter(line ->
                        line.length() < LINE_CHARACTERS && pattern.matcher(line).matches())
                .count();
    }

    private static Optional<String> extension(String name) {
        var found = EXTENSION.matcher(name);
        return found.find() ? Optional.of(found.group(1).toLowerCase(Locale.ROOT)) : Optional.empty();
    }
}
