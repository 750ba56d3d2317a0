package dev.kept.application.document;

import dev.kept.domain.document.Chunk;
import dev.kept.domain.document.Document;
import java.util.List;

/// A document ready to be kept: without secrets, and cut.
///
/// @param contentHash SHA-256 of the content, in hexadecimal
public record PreparedDocument(
        Document.Description description, String content, String contentHash, List<Chunk> chunks) {
    public PreparedDocument {
        chunks = List.copyOf(chunks);
    }
}
