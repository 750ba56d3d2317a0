package dev.kept.application.extraction.voices;

import com.google.re2j.Pattern;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/// Lines that are data together though none of them is alone: comma-separated values, and YAML with some structure.
/// A plain list of `name: value` may well be typed by hand, so it is not.
final class DataLines {
    private static final Pattern ENTRY = Pattern.compile("^(?:- )?[\\w.-]+:(?: .*)?$");
    private static final Pattern STRUCTURE = Pattern.compile("^(?:\\s*- |\\s+)[\\w.-]+:(?: .*)?$");
    private static final Pattern HEADING = Pattern.compile("^[\\p{L}\\p{N}][^:{}=]*\\s[^:{}=]*:\\s*$");
    private static final Pattern SEPARATOR = Pattern.compile("[,;\\t]\\S");
    private static final int ENTRIES_MIN = 2;
    private static final int CHARACTERS = 300;

    private DataLines() {}

    /// The positions of such lines.
    static Set<Integer> in(List<String> lines) {
        Set<Integer> data = new TreeSet<>();
        if (lines.size() >= 2) {
            addSeparated(lines, data);
            addEntries(lines, data);
        }
        return data;
    }

    private static void addSeparated(List<String> lines, Set<Integer> data) {
        for (int i = 1; i < lines.size(); i++) {
            int fields = separators(lines.get(i));
            if (fields >= 2 && fields == separators(lines.get(i - 1))) {
                data.add(i - 1);
                data.add(i);
            }
        }
    }

    private static int separators(String line) {
        var matcher = SEPARATOR.matcher(start(line));
        int count = 0;
        while (matcher.find()) {
            count++;
        }
        return count;
    }

    private static void addEntries(List<String> lines, Set<Integer> data) {
        List<Integer> entries = IntStream.range(0, lines.size())
                .filter(i -> ENTRY.matcher(start(lines.get(i)).strip()).find())
                .boxed()
                .toList();
        boolean structured = entries.stream()
                .filter(i -> !isTyped(lines, i))
                .anyMatch(i -> STRUCTURE.matcher(start(lines.get(i))).find());
        if (structured && entries.size() >= ENTRIES_MIN) {
            data.addAll(entries);
        }
    }

    /// "Our environments:" and items below it are a list that somebody typed; a key of YAML is one word.
    private static boolean isTyped(List<String> lines, int at) {
        int head = at;
        while (head >= 0 && lines.get(head).startsWith("- ")) {
            head--;
        }
        return head >= 0 && head < at && HEADING.matcher(start(lines.get(head))).find();
    }

    private static String start(String line) {
        return line.length() <= CHARACTERS ? line : line.substring(0, CHARACTERS);
    }
}
