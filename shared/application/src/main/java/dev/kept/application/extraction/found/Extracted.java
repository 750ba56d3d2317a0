package dev.kept.application.extraction.found;

import dev.kept.domain.extraction.ExtractionMethod;
import java.util.List;

/// What was found in turns, and how.
///
/// @param each one for each turn, in their order
public record Extracted(List<Extraction> each, ExtractionMethod method) {
    public Extracted {
        each = List.copyOf(each);
    }

    /// As one.
    public Extraction together() {
        return Extraction.together(each);
    }
}
