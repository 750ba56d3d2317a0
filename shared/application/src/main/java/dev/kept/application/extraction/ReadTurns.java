package dev.kept.application.extraction;

import dev.kept.application.extraction.found.ReadTurn;
import dev.kept.domain.extraction.ExtractionMethod;
import java.util.List;

/// What was found in turns that follow each other, and how.
record ReadTurns(List<ReadTurn> each, ExtractionMethod method) {
    ReadTurns {
        each = List.copyOf(each);
    }
}
