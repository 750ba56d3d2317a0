package dev.kept.application.document;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/// Cuts code of any language at its declarations, as far as indentation tells them.
///
/// A declaration begins after an empty line or after the end of another block, at the smallest indentation at which
/// anything does: so comments and annotations stay with what they stand before. What is too long is cut again inside,
/// one level deeper, and carries the lines that enclose it as headings; what has no inside is cut between lines.
final class CodeCutter {
    private static final int HEADINGS_MAX = 4;
    private static final int HEADING_CHARACTERS = 200;
    private static final int TAB = 4;

    private final List<String> outer;
    private final List<String> lines;
    private final List<Unit> units = new ArrayList<>();

    private CodeCutter(List<String> outer, String code) {
        this.outer = outer;
        this.lines = List.of(code.split("\n", -1));
    }

    /// @param headings that the code as a whole stands under
    static List<Unit> cut(List<String> headings, String code) {
        CodeCutter cutter = new CodeCutter(headings, code);
        cutter.cut(0, cutter.lines.size());
        return cutter.units;
    }

    private void cut(int from, int to) {
        String text = text(from, to);
        if (text.isBlank()) {
            return;
        }
        List<Integer> starts = Weight.of(text) <= Weight.MAX ? List.of() : starts(from, to);
        if (Weight.of(text) <= Weight.MAX || starts.isEmpty()) {
            whole(from, to);
            return;
        }
        int begin = from;
        for (int start : starts) {
            cut(begin, start);
            begin = start;
        }
        cut(begin, to);
    }

    /// The lines at which the outermost declarations within a block begin, without its first.
    private List<Integer> starts(int from, int to) {
        int first =
                IntStream.range(from, to).filter(i -> !isBlank(i)).findFirst().orElse(to);
        IntPredicate begins = i -> !isBlank(i) && !closes(i) && (isBlank(i - 1) || endsBlock(i - 1, i));
        int outermost = IntStream.range(first + 1, to)
                .filter(begins)
                .map(this::indent)
                .min()
                .orElse(-1);
        return IntStream.range(first + 1, to)
                .filter(begins)
                .filter(i -> indent(i) == outermost)
                .boxed()
                .toList();
    }

    private void whole(int from, int to) {
        List<String> headings = enclosing(from);
        String before = from > 0 && isBlank(from - 1) ? "\n\n" : "\n";
        int begin = from;
        int weight = 0;
        for (int i = from; i < to; i++) {
            int added = Weight.of(lines.get(i)) + 1;
            if (weight + added > Weight.MAX) {
                add(headings, text(begin, i), before);
                before = "\n";
                begin = i;
                weight = 0;
            }
            weight += added;
            if (added > Weight.MAX) {
                TextCutter.pieces(lines.get(i)).forEach(piece -> add(headings, piece, ""));
                begin = i + 1;
                weight = 0;
            }
        }
        add(headings, text(begin, to), before);
    }

    private void add(List<String> headings, String text, String before) {
        if (!text.isBlank()) {
            units.add(Unit.verbatim(headings, withoutEmptyEnds(text), before));
        }
    }

    private static String withoutEmptyEnds(String text) {
        return text.replaceFirst("^(?:[ \\t]*\\n)+", "").stripTrailing();
    }

    /// The lines that enclose a line, outermost first: each the nearest before that is indented less.
    private List<String> enclosing(int line) {
        Deque<String> found = new ArrayDeque<>();
        int indent = indent(line);
        for (int i = line - 1; i >= 0 && indent > 0; i--) {
            if (!isBlank(i) && indent(i) < indent && !declaration(i).isEmpty()) {
                indent = indent(i);
                found.addFirst(declaration(i));
            }
        }
        List<String> headings = new ArrayList<>(outer);
        found.stream().skip(Math.max(0, found.size() - HEADINGS_MAX)).forEach(headings::add);
        return Collections.unmodifiableList(headings);
    }

    private String declaration(int line) {
        String text = lines.get(line).strip().replaceFirst("[{(:\\[]+$", "").strip();
        return text.substring(0, Math.min(text.length(), HEADING_CHARACTERS));
    }

    private String text(int from, int to) {
        return String.join("\n", lines.subList(from, to));
    }

    private boolean isBlank(int line) {
        return lines.get(line).isBlank();
    }

    private boolean closes(int line) {
        String text = lines.get(line).strip();
        return text.startsWith("}")
                || text.startsWith(")")
                || text.startsWith("]")
                || text.equals("end")
                || text.startsWith("end;");
    }

    private boolean endsBlock(int line, int next) {
        return closes(line) && indent(line) == indent(next);
    }

    private int indent(int line) {
        String text = lines.get(line);
        int indent = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != ' ' && c != '\t') {
                break;
            }
            indent += c == '\t' ? TAB : 1;
        }
        return indent;
    }
}
