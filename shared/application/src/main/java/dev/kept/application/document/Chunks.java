package dev.kept.application.document;

import dev.kept.domain.document.Chunk;
import dev.kept.domain.document.DocumentFormat;
import java.util.List;

/// Cuts a document into chunks, by what its format calls a whole.
final class Chunks {
    private Chunks() {}

    static List<Chunk> of(String content, DocumentFormat format) {
        return Packer.pack(
                switch (format) {
                    case TEXT -> TextCutter.cut(List.of(), content);
                    case MARKDOWN -> MarkdownCutter.cut(content);
                    case CODE -> CodeCutter.cut(List.of(), content);
                });
    }
}
