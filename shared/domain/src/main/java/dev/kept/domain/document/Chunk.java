package dev.kept.domain.document;

import java.util.List;

/// A part of a document, small enough for an embedding to mean it.
///
/// @param position among the document's chunks, from 0
/// @param headings that it stands under, outermost first; in code the declarations that enclose it
public record Chunk(int position, List<String> headings, String content) {
    /// A chunk never changes: a new edition of its document has new ones.
    public static final long VERSION = 1;

    public Chunk {
        headings = List.copyOf(headings);
    }
}
