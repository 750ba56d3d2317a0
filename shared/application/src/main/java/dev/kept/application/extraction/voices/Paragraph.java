package dev.kept.application.extraction.voices;

import dev.kept.application.extraction.voices.ForeignSigns.Seen;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/// Lines without a blank one between them, read for whose they are.
///
/// @param first whether the turn begins with it
record Paragraph(List<String> lines, Seen seen, boolean first) {
    Paragraph {
        lines = List.copyOf(lines);
    }

    static Paragraph of(List<String> lines, boolean first) {
        return new Paragraph(lines, Seen.of(String.join("\n", lines)), first);
    }

    String text() {
        return seen.text();
    }

    boolean isShort(int words) {
        return seen.words().count() <= words;
    }

    /// The form of each line; comments count as code only beside code.
    List<LineForm> forms() {
        List<LineForm> forms = lines.stream().map(LineForm::of).toList();
        boolean code = forms.contains(LineForm.RECORD) || forms.contains(LineForm.HEAD);
        Set<Integer> data = DataLines.in(lines);
        return IntStream.range(0, forms.size())
                .mapToObj(i -> form(forms.get(i), code, data.contains(i)))
                .toList();
    }

    private static LineForm form(LineForm alone, boolean code, boolean data) {
        if (alone == LineForm.COMMENT) {
            return code ? LineForm.RECORD : LineForm.PROSE;
        }
        return data && alone == LineForm.PROSE ? LineForm.RECORD : alone;
    }
}
