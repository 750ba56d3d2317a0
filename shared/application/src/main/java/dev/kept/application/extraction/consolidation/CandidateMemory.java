package dev.kept.application.extraction.consolidation;

import dev.kept.application.extraction.found.Candidate;
import dev.kept.application.extraction.found.RelationMention;
import dev.kept.application.extraction.rules.Importance;
import dev.kept.domain.id.Ids;
import dev.kept.domain.id.MemoryId;
import dev.kept.domain.id.TurnId;
import dev.kept.domain.memory.Memory;
import dev.kept.domain.memory.Memory.Provenance;
import dev.kept.domain.memory.Memory.Statement;
import dev.kept.domain.memory.Memory.Usage;
import dev.kept.domain.memory.Memory.Validity;
import dev.kept.domain.memory.MemoryStatus;
import dev.kept.domain.memory.Origin;
import dev.kept.domain.session.Turn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/// What becomes of a candidate: a memory, or more evidence for one.
public final class CandidateMemory {
    static final String WHY = "why";
    static final String RELATIONS = "relations";
    private static final double CONFIDENCE_MAX = 0.98;
    private static final double DOUBT_LEFT = 0.6;
    private static final int SOURCES_MAX = 20;

    private CandidateMemory() {}

    /// The same turn gives the same id again, so a run that is repeated makes no twin.
    public static MemoryId id(Candidate candidate, Turn trigger) {
        String seed = trigger.sessionId().value() + "\n" + trigger.id().value() + "\n" + candidate.content();
        return Ids.memory(trigger.receivedAt(), seed);
    }

    /// @param outdated what it takes the place of
    static Memory of(Candidate candidate, Turn trigger, List<Memory> outdated, Instant now) {
        Statement statement = new Statement(
                candidate.type(),
                candidate.content(),
                candidate.summary(),
                importance(candidate, !outdated.isEmpty()),
                candidate.confidence(),
                candidate.entities(),
                new TreeSet<>(),
                false,
                new TreeSet<>(),
                metadata(candidate, outdated));
        Provenance provenance = new Provenance(
                Origin.EXTRACTED,
                candidate.trust(),
                trigger.projectId(),
                Optional.of(trigger.sessionId()),
                candidate.sourceTurnIds(),
                candidate.clientTurnIds());
        Validity validity = new Validity(
                MemoryStatus.ACTIVE,
                candidate.validFrom(),
                Optional.empty(),
                outdated.stream().map(Memory::id).findFirst(),
                Optional.empty());
        return new Memory(
                trigger.owner(), id(candidate, trigger), statement, provenance, validity, Usage.created(now), 1);
    }

    /// Of several memories that it takes the place of, `supersedes` names the first.
    private static Map<String, Object> metadata(Candidate candidate, List<Memory> outdated) {
        Map<String, Object> metadata = told(candidate, !outdated.isEmpty(), Map.of());
        List<String> more =
                outdated.stream().skip(1).map(old -> old.id().value()).toList();
        if (!more.isEmpty()) {
            metadata.put(Superseded.ALSO, more);
        }
        return metadata;
    }

    /// What it is worth, from 0 to 1; more when it takes the place of another memory.
    public static double importance(Candidate candidate, boolean isUpdate) {
        return isUpdate ? Importance.ofUpdate(candidate.importance()) : candidate.importance();
    }

    /// Whether a memory was made to take the place of another.
    public static boolean isUpdate(Memory memory) {
        return String.valueOf(memory.statement().metadata().get(WHY)).endsWith(Importance.TAKES_A_PLACE);
    }

    /// What its metadata tell of a candidate: why it is kept, and which ties it states.
    public static Map<String, Object> told(Candidate candidate, boolean isUpdate, Map<String, Object> before) {
        Map<String, Object> metadata = new LinkedHashMap<>(before);
        metadata.put(WHY, isUpdate ? candidate.why() + "; " + Importance.TAKES_A_PLACE : candidate.why());
        metadata.remove(RELATIONS);
        if (!candidate.relations().isEmpty()) {
            metadata.put(
                    RELATIONS,
                    candidate.relations().stream().map(RelationMention::kept).toList());
        }
        return metadata;
    }

    /// A memory that was said again: more certain, and resting on more turns.
    static Memory restated(Memory same, Candidate candidate, Instant now) {
        double raised = 1 - (1 - same.statement().confidence()) * DOUBT_LEFT;
        return same.with(same.statement().withConfidence(Math.min(CONFIDENCE_MAX, raised)), now)
                .with(withSources(same.provenance(), candidate), now);
    }

    private static Provenance withSources(Provenance provenance, Candidate candidate) {
        List<TurnId> turns = appended(provenance.sourceTurnIds(), candidate.sourceTurnIds());
        List<String> clientIds = appended(provenance.clientTurnIds(), candidate.clientTurnIds());
        boolean fits = turns.size() <= SOURCES_MAX;
        boolean paired = clientIds.isEmpty() || clientIds.size() == turns.size();
        return fits && paired
                ? new Provenance(
                        provenance.origin(),
                        provenance.trust(),
                        provenance.projectId(),
                        provenance.sessionId(),
                        turns,
                        clientIds)
                : provenance;
    }

    private static <T> List<T> appended(List<T> first, List<T> more) {
        List<T> all = new ArrayList<>(first);
        more.stream().filter(item -> !all.contains(item)).forEach(all::add);
        return all;
    }
}
