package dev.kept.application.extraction;

import dev.kept.domain.extraction.ExtractionCounts;
import dev.kept.domain.id.Ids;
import dev.kept.domain.id.MemoryId;
import dev.kept.domain.id.TurnId;
import dev.kept.domain.memory.Change;
import dev.kept.domain.memory.Memory;
import dev.kept.domain.memory.Memory.Provenance;
import dev.kept.domain.memory.Memory.Statement;
import dev.kept.domain.memory.Memory.Usage;
import dev.kept.domain.memory.Memory.Validity;
import dev.kept.domain.memory.MemoryStatus;
import dev.kept.domain.memory.MemoryWrite;
import dev.kept.domain.memory.Origin;
import dev.kept.domain.session.Turn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/// Turns the candidates of one run into writes, one write for each memory, whatever happens to it in the run.
final class Consolidation {
    private static final String BY = "memory-extraction";
    private static final double CONFIDENCE_MAX = 0.98;
    private static final double IMPORTANCE_OUTDATED = 0.3;
    private static final int SOURCES_MAX = 20;

    private final Comparing comparing;
    private final Map<MemoryId, Memory> known;
    private final Map<MemoryId, MemoryWrite> writes = new LinkedHashMap<>();
    private final Instant now;
    private ExtractionCounts counts = ExtractionCounts.NONE;

    Consolidation(Comparing comparing, Map<MemoryId, Memory> known, Instant now) {
        this.comparing = comparing;
        this.known = new LinkedHashMap<>(known);
        this.now = now;
    }

    List<MemoryWrite> writes() {
        return List.copyOf(writes.values());
    }

    ExtractionCounts counts() {
        return counts;
    }

    void count(ExtractionCounts more) {
        counts = counts.plus(more);
    }

    /// @param trigger the turn that completes the candidate
    void add(Candidate candidate, Turn trigger) {
        MemoryId id = id(candidate, trigger);
        if (known.containsKey(id)) {
            return;
        }
        switch (comparing.compare(candidate, known.values())) {
            case Comparison.New() -> create(memory(id, candidate, trigger, Optional.empty()));
            case Comparison.Same(Memory same) -> restate(same, candidate);
            case Comparison.Updates(List<Memory> outdated) -> {
                create(memory(
                        id, candidate, trigger, Optional.of(outdated.getFirst().id())));
                outdated.forEach(old -> outdate(old, id, candidate.validFrom()));
            }
        }
    }

    /// The same turn gives the same id again, so a run that is repeated makes no twin.
    private static MemoryId id(Candidate candidate, Turn trigger) {
        String seed = trigger.sessionId().value() + "\n" + trigger.id().value() + "\n" + candidate.content();
        return Ids.memory(trigger.receivedAt(), seed);
    }

    private void create(Memory memory) {
        known.put(memory.id(), memory);
        writes.put(memory.id(), new MemoryWrite.Create(memory, new Change(BY, "created")));
        count(new ExtractionCounts(0, 1, 0, 0, 0, 0, 0));
    }

    private void restate(Memory same, Candidate candidate) {
        double raised = 1 - (1 - same.statement().confidence()) * 0.6;
        Memory restated = same.with(same.statement().withConfidence(Math.min(CONFIDENCE_MAX, raised)), now)
                .with(withSources(same.provenance(), candidate), now);
        change(restated, "restated");
        count(new ExtractionCounts(0, 0, 1, 0, 0, 0, 0));
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

    private void outdate(Memory old, MemoryId newer, Instant at) {
        Memory outdated = old.with(lessImportant(old.statement()), now).supersededBy(newer, at, now);
        change(outdated, "superseded");
        count(new ExtractionCounts(0, 0, 0, 1, 0, 0, 0));
    }

    private static Statement lessImportant(Statement old) {
        double importance = old.overrides().contains("importance")
                ? old.importance()
                : Math.min(old.importance(), IMPORTANCE_OUTDATED);
        return new Statement(
                old.type(),
                old.content(),
                old.summary(),
                importance,
                old.confidence(),
                old.entities(),
                old.tags(),
                old.pinned(),
                old.overrides(),
                old.metadata());
    }

    private void change(Memory changed, String why) {
        known.put(changed.id(), changed);
        Change change = new Change(BY, why);
        MemoryWrite write = writes.get(changed.id()) instanceof MemoryWrite.Create create
                ? new MemoryWrite.Create(changed, create.change())
                : new MemoryWrite.Update(changed, change);
        writes.put(changed.id(), write);
    }

    private Memory memory(MemoryId id, Candidate candidate, Turn trigger, Optional<MemoryId> supersedes) {
        Statement statement = new Statement(
                candidate.type(),
                candidate.content(),
                candidate.summary(),
                candidate.importance(),
                candidate.confidence(),
                candidate.entities(),
                new TreeSet<>(),
                false,
                new TreeSet<>(),
                Map.of("why", candidate.why()));
        Provenance provenance = new Provenance(
                Origin.EXTRACTED,
                candidate.trust(),
                trigger.projectId(),
                Optional.of(trigger.sessionId()),
                candidate.sourceTurnIds(),
                candidate.clientTurnIds());
        Validity validity = new Validity(
                MemoryStatus.ACTIVE, candidate.validFrom(), Optional.empty(), supersedes, Optional.empty());
        return new Memory(trigger.owner(), id, statement, provenance, validity, Usage.created(now), 1);
    }
}
