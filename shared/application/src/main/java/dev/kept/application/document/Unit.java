package dev.kept.application.document;

import java.util.List;

/// What a document is cut into before it is packed: a paragraph, a sentence, a code block, a function.
///
/// @param headings that it stands under
/// @param before what stands between it and the one before, when both are in one chunk
/// @param kind how it may be packed
record Unit(List<String> headings, String text, String before, Kind kind) {
    enum Kind {
        /// Opens a section: a chunk ends before it, and never after it.
        HEADING,
        /// Running text, whose end may be said again at the beginning of the next chunk.
        PROSE,
        /// Code, a table, a list.
        VERBATIM
    }

    Unit {
        headings = List.copyOf(headings);
    }

    static Unit prose(List<String> headings, String text, String before) {
        return new Unit(headings, text, before, Kind.PROSE);
    }

    static Unit verbatim(List<String> headings, String text, String before) {
        return new Unit(headings, text, before, Kind.VERBATIM);
    }
}
