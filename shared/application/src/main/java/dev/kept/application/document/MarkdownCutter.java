package dev.kept.application.document;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/// Cuts Markdown at its headings and between its blocks, as they stand in the source. A code block, a table or a list
/// stays whole where it can; where it cannot, each part of a code block has its fence and each part of a table its
/// head.
final class MarkdownCutter {
    private static final Parser PARSER = Parser.builder()
            .extensions(List.of(TablesExtension.create()))
            .includeSourceSpans(IncludeSourceSpans.BLOCKS)
            .build();
    private static final int HEADING_CHARACTERS = 200;
    private static final int TABLE_HEAD_LINES = 2;
    private static final String PARAGRAPH = "\n\n";

    /// Lines without an empty one among them; the parser's time grows with the square of their number. More of them are
    /// a dump of something, and cut as text.
    private static final int LINES_TOGETHER_MAX = 2_000;

    private final List<String> lines;
    private final List<Unit> units = new ArrayList<>();
    /// Of the section that is being read; empty where a level was left out.
    private final String[] path = {"", "", "", "", "", ""};
    private int line;

    private MarkdownCutter(String markdown) {
        this.lines = List.of(markdown.split("\n", -1));
    }

    static List<Unit> cut(String markdown) {
        MarkdownCutter cutter = new MarkdownCutter(markdown);
        if (cutter.linesTogether() > LINES_TOGETHER_MAX) {
            return TextCutter.cut(List.of(), markdown);
        }
        for (Node node = PARSER.parse(markdown).getFirstChild(); node != null; node = node.getNext()) {
            cutter.block(node);
        }
        cutter.passOver(cutter.lines.size());
        return cutter.units;
    }

    private int linesTogether() {
        int most = 0;
        int run = 0;
        for (String text : lines) {
            run = text.isBlank() ? 0 : run + 1;
            most = Math.max(most, run);
        }
        return most;
    }

    private void block(Node node) {
        List<SourceSpan> spans = node.getSourceSpans();
        if (spans.isEmpty()) {
            return;
        }
        passOver(spans.getFirst().getLineIndex());
        int end = spans.getLast().getLineIndex() + 1;
        List<String> source = lines.subList(Math.min(line, end), end);
        line = Math.max(line, end);
        cut(node, source);
    }

    /// What no block claims is text all the same: nothing of a document is lost.
    private void passOver(int to) {
        if (line < to) {
            units.addAll(TextCutter.cut(headings(), String.join("\n", lines.subList(line, to))));
            line = to;
        }
    }

    private void cut(Node node, List<String> source) {
        String text = String.join("\n", source).stripTrailing();
        boolean fits = Weight.of(text) <= Weight.MAX;
        switch (node) {
            case Heading heading -> heading(heading, text);
            case Paragraph _ -> units.addAll(TextCutter.cut(headings(), text));
            case BlockQuote _ -> units.addAll(TextCutter.cut(headings(), text));
            case FencedCodeBlock _ when !fits -> fence(source);
            case TableBlock _ when !fits -> table(source);
            default -> {
                if (fits) {
                    units.add(Unit.verbatim(headings(), text, PARAGRAPH));
                } else {
                    units.addAll(TextCutter.cut(headings(), text));
                }
            }
        }
    }

    private void heading(Heading heading, String text) {
        Arrays.fill(path, heading.getLevel() - 1, path.length, "");
        path[heading.getLevel() - 1] = words(heading);
        if (Weight.of(text) > Weight.TARGET) {
            units.addAll(TextCutter.cut(headings(), text));
        } else {
            units.add(new Unit(headings(), text, PARAGRAPH, Unit.Kind.HEADING));
        }
    }

    private List<String> headings() {
        return Arrays.stream(path).filter(heading -> !heading.isEmpty()).toList();
    }

    private static String words(Heading heading) {
        StringBuilder words = new StringBuilder();
        heading.accept(new AbstractVisitor() {
            @Override
            public void visit(Text text) {
                words.append(text.getLiteral());
            }

            @Override
            public void visit(Code code) {
                words.append(code.getLiteral());
            }
        });
        return words.substring(0, Math.min(words.length(), HEADING_CHARACTERS)).strip();
    }

    private void fence(List<String> source) {
        String opening = source.getFirst();
        String fence = opening.strip().replaceFirst("[^`~].*$", "");
        boolean closed = source.getLast().strip().startsWith(fence) && source.size() > 1;
        String code = String.join("\n", source.subList(1, source.size() - (closed ? 1 : 0)));
        for (Unit part : CodeCutter.cut(headings(), code)) {
            units.add(Unit.verbatim(part.headings(), opening + "\n" + part.text() + "\n" + fence, PARAGRAPH));
        }
    }

    private void table(List<String> source) {
        String head = String.join("\n", source.subList(0, TABLE_HEAD_LINES));
        StringBuilder part = new StringBuilder(head);
        for (String row : source.subList(TABLE_HEAD_LINES, source.size())) {
            if (part.length() > head.length() && Weight.of(part) + Weight.of(row) > Weight.TARGET) {
                units.add(Unit.verbatim(headings(), part.toString(), PARAGRAPH));
                part = new StringBuilder(head);
            }
            rows(part, row);
        }
        units.add(Unit.verbatim(headings(), part.toString(), PARAGRAPH));
    }

    private void rows(StringBuilder part, String row) {
        if (Weight.of(row) > Weight.TARGET) {
            units.addAll(TextCutter.cut(headings(), row));
        } else {
            part.append('\n').append(row);
        }
    }
}
