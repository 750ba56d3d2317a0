package dev.kept.application.extraction.finders;

import dev.kept.domain.memory.MemoryType;
import dev.kept.domain.memory.Trust;
import dev.kept.domain.session.Turn;
import java.util.List;

/// A memory on its way: typed and worded, not yet weighed.
///
/// @param sources oldest first; the last one completes the evidence
public record Draft(
        MemoryType type,
        String content,
        String summary,
        double confidence,
        List<Turn> sources,
        Trust trust,
        List<String> why) {
    public Draft {
        sources = List.copyOf(sources);
        why = List.copyOf(why);
    }
}
