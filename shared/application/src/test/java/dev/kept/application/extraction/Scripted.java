package dev.kept.application.extraction;

import dev.kept.application.extraction.found.Candidate;
import dev.kept.application.extraction.found.Extracted;
import dev.kept.application.extraction.found.Extraction;
import dev.kept.application.extraction.found.ExtractionInput;
import dev.kept.application.extraction.found.Extractor;
import dev.kept.domain.extraction.ExtractionMethod;
import dev.kept.domain.memory.MemoryType;
import dev.kept.domain.memory.Trust;
import dev.kept.domain.session.Turn;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// An extractor that finds what the test says: by default each turn as it is.
final class Scripted implements Extractor {
    private final Map<String, List<String>> script = new HashMap<>();
    private MemoryType type = MemoryType.FACT;

    /// In a turn that says this it finds that.
    Scripted finds(String said, String... found) {
        script.put(said, List.of(found));
        return this;
    }

    Scripted typed(MemoryType other) {
        this.type = other;
        return this;
    }

    @Override
    public Extracted read(ExtractionInput input) {
        return new Extracted(input.turns().stream().map(this::read).toList(), ExtractionMethod.rules("scripted"));
    }

    private Extraction read(Turn turn) {
        String said = turn.utterance().content();
        List<Candidate> candidates = script.getOrDefault(said, List.of(said)).stream()
                .map(content -> candidate(turn, content))
                .toList();
        return new Extraction(candidates, List.of(), List.of(), List.of(), List.of(), 0);
    }

    private Candidate candidate(Turn turn, String content) {
        return new Candidate(
                type,
                content,
                content,
                0.6,
                0.7,
                List.of(),
                List.of(turn.id()),
                List.of(),
                Trust.USER,
                turn.utterance().occurredAt(),
                content.contains("no longer"),
                "the test says so",
                List.of());
    }
}
