package dev.kept.application.context;

/// As few marks as tell items apart: no blank lines, no dates of memories, code on one line.
record CompactStyle() implements Style {
    @Override
    public String heading(SectionName section) {
        return section.heading() + ":";
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
        String text = RecalledText.line(form.text());
        return switch (candidate.kind()) {
            case TURN -> "- " + (candidate.item().isPresent() ? candidate.speaker() + ": " : "") + text;
            case DOCUMENT -> "- " + candidate.place() + ": " + text;
            case MEMORY -> "- " + text;
        };
    }
}
