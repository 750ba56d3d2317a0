package dev.kept.application.context;

import dev.kept.domain.search.Kind;
import dev.kept.domain.search.SearchRecord;

/// Headings and lists; turns stand under their day, code in blocks.
record MarkdownStyle() implements Style {
    @Override
    public String heading(SectionName section) {
        return "\n## " + section.heading();
    }

    @Override
    public String closing(SectionName section) {
        return "";
    }

    @Override
    public String day(Candidate candidate) {
        return candidate.isByDay() ? candidate.day() : "";
    }

    @Override
    public String item(Candidate candidate, Form form) {
        boolean isWhole = form.compression().isEmpty();
        return isWhole && candidate.isBlock() ? block(candidate) : line(candidate, RecalledText.line(form.text()));
    }

    private static String block(Candidate candidate) {
        String summary = candidate.item().map(SearchRecord::summary).orElse("");
        String title = summary.isBlank() ? "Code:" : RecalledText.line(summary);
        return line(candidate, title)
                + "\n"
                + RecalledText.block(candidate.subject().content());
    }

    private static String line(Candidate candidate, String text) {
        if (candidate.isTurn()) {
            return "- " + candidate.speaker() + ": " + text;
        }
        if (candidate.kind() == Kind.DOCUMENT) {
            return "- " + candidate.place() + ": " + text;
        }
        boolean isDated = candidate.item().isPresent() && candidate.section().isDated();
        return "- " + text + (isDated ? " (" + candidate.day() + ")" : "");
    }
}
