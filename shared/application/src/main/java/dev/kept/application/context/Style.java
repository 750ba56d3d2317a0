package dev.kept.application.context;

/// How sections and items are written down. Whole lines, each without its last line break; recalled
/// text comes out of it unable to pass for anything else.
interface Style {
    /// The lines before a section's items.
    String heading(SectionName section);

    /// The lines after them; may be empty.
    String closing(SectionName section);

    /// The line before the first item of a day; empty where items do not stand by day.
    String day(Candidate candidate);

    /// An item that says so much.
    String item(Candidate candidate, Form form);
}
