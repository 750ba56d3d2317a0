package dev.kept.application.memory;

import dev.kept.application.extraction.found.Candidate;
import dev.kept.application.extraction.found.ExtractionInput;
import dev.kept.application.extraction.found.Extractors;
import dev.kept.domain.id.Owner;
import dev.kept.domain.id.ProjectId;
import dev.kept.domain.id.SessionId;
import dev.kept.domain.id.TurnId;
import dev.kept.domain.memory.MemoryType;
import dev.kept.domain.session.Role;
import dev.kept.domain.session.Turn;
import dev.kept.domain.session.Utterance;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Works out what a told memory does not say: its type, importance, entities and summary. It is read as if the user
/// had said it in a turn; a text in which extraction finds nothing is a plain fact.
final class DescribeMemory {
    private static final double PLAIN_IMPORTANCE = 0.5;
    private static final int SUMMARY_CHARACTERS = 160;
    private final Extractors extractors;

    DescribeMemory(Extractors extractors) {
        this.extractors = extractors;
    }

    record Description(MemoryType type, double importance, List<String> entities, String summary) {}

    Description describe(Owner owner, Optional<ProjectId> project, String content, Instant at) {
        Turn turn = new Turn(
                owner,
                new SessionId("told"),
                Optional.empty(),
                new TurnId("told"),
                new Utterance(Optional.empty(), Role.USER, Optional.empty(), content, at, true, Map.of()),
                at);
        List<Candidate> candidates = extractors
                .of(owner, project)
                .read(new ExtractionInput(List.of(), List.of(turn)))
                .together()
                .candidates();
        return candidates.stream()
                .max(Comparator.comparingDouble(Candidate::importance))
                .map(best -> new Description(best.type(), best.importance(), entities(candidates), shortened(content)))
                .orElse(new Description(MemoryType.FACT, PLAIN_IMPORTANCE, List.of(), shortened(content)));
    }

    static String shortened(String content) {
        String line = content.strip().replaceAll("\\s+", " ");
        if (line.length() <= SUMMARY_CHARACTERS) {
            return line;
        }
        int space = line.lastIndexOf(' ', SUMMARY_CHARACTERS - 1);
        int end = space > 0 ? space : SUMMARY_CHARACTERS - 1;
        return line.substring(0, Character.isHighSurrogate(line.charAt(end - 1)) ? end - 1 : end) + "…";
    }

    private static List<String> entities(List<Candidate> candidates) {
        return candidates.stream()
                .flatMap(candidate -> candidate.entities().stream())
                .distinct()
                .toList();
    }
}
