package dev.kept.application.context;

/// A tag for each section and each item, as Claude reads well. Nothing recalled can open or close a
/// tag: what tags are made of is escaped in it.
record XmlStyle() implements Style {
    @Override
    public String heading(SectionName section) {
        return "<" + section.label() + ">";
    }

    @Override
    public String closing(SectionName section) {
        return "</" + section.label() + ">";
    }

    @Override
    public String day(Candidate candidate) {
        return "";
    }

    @Override
    public String item(Candidate candidate, Form form) {
        boolean isBlock = form.compression().isEmpty() && candidate.isBlock();
        String text = isBlock
                ? "\n" + RecalledText.escaped(RecalledText.lines(form.text())) + "\n"
                : RecalledText.escaped(RecalledText.line(form.text()));
        return switch (candidate.kind()) {
            case TURN -> turn(candidate, text);
            case DOCUMENT -> "<document from=\"" + attribute(candidate.place()) + "\">" + text + "</document>";
            case MEMORY -> "<memory since=\"" + candidate.day() + "\">" + text + "</memory>";
        };
    }

    private static String turn(Candidate candidate, String text) {
        return candidate.item().isEmpty()
                ? "<session>" + text + "</session>"
                : "<turn by=\"" + attribute(candidate.speaker()) + "\" on=\"" + candidate.day() + "\">" + text
                        + "</turn>";
    }

    private static String attribute(String value) {
        return RecalledText.escaped(value).replace("\"", "&quot;");
    }
}
