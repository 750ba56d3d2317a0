package dev.kept.application.extraction.found;

import dev.kept.domain.id.TurnId;
import dev.kept.domain.memory.MemoryType;
import dev.kept.domain.memory.Trust;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// A memory that is proposed to be kept.
///
/// @param sourceTurnIds the turns that it rests on, oldest first; the last one completes the evidence
/// @param clientTurnIds the client's own ids of those turns; empty when it gave none
/// @param changes whether it says that something is no longer as it was
/// @param why the rules that found it, and what made it important
/// @param relations that it states
public record Candidate(
        MemoryType type,
        String content,
        String summary,
        double importance,
        double confidence,
        List<String> entities,
        List<TurnId> sourceTurnIds,
        List<String> clientTurnIds,
        Trust trust,
        Instant validFrom,
        boolean changes,
        String why,
        List<RelationMention> relations) {
    /// So many names a memory is found by, at most.
    public static final int ENTITIES_MAX = 20;

    /// So many ties a memory states, at most.
    public static final int RELATIONS_MAX = 10;

    public Candidate {
        entities = List.copyOf(entities);
        sourceTurnIds = List.copyOf(sourceTurnIds);
        clientTurnIds = List.copyOf(clientTurnIds);
        relations = List.copyOf(relations);
    }

    /// With more names to be found by, and perhaps as a change.
    public Candidate named(List<String> more, boolean isChange) {
        List<String> names = Stream.concat(entities.stream(), more.stream())
                .distinct()
                .limit(ENTITIES_MAX)
                .toList();
        return new Candidate(
                type,
                content,
                summary,
                importance,
                confidence,
                names,
                sourceTurnIds,
                clientTurnIds,
                trust,
                validFrom,
                changes || isChange,
                why,
                relations);
    }

    /// With what of these it states, too.
    public Candidate tied(List<RelationMention> more) {
        List<RelationMention> ties = Stream.concat(
                        relations.stream(), more.stream().filter(this::states))
                .distinct()
                .limit(RELATIONS_MAX)
                .toList();
        return new Candidate(
                type,
                content,
                summary,
                importance,
                confidence,
                entities,
                sourceTurnIds,
                clientTurnIds,
                trust,
                validFrom,
                changes,
                why,
                ties);
    }

    private boolean states(RelationMention tie) {
        return names(tie.from()) && names(tie.to());
    }

    private boolean names(String end) {
        return entities.contains(end) || content.toLowerCase(Locale.ROOT).contains(end.toLowerCase(Locale.ROOT));
    }

    /// The turn that completes the evidence.
    public TurnId trigger() {
        return sourceTurnIds.getLast();
    }
}
