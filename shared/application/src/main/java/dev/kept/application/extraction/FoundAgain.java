package dev.kept.application.extraction;

import dev.kept.application.extraction.consolidation.CandidateMemory;
import dev.kept.application.extraction.consolidation.Consolidation;
import dev.kept.application.extraction.consolidation.Outdated;
import dev.kept.application.extraction.consolidation.StatementSketches;
import dev.kept.application.extraction.consolidation.Unwanted;
import dev.kept.application.extraction.found.Candidate;
import dev.kept.application.extraction.found.ReadTurn;
import dev.kept.domain.extraction.ExtractionCounts;
import dev.kept.domain.id.MemoryId;
import dev.kept.domain.memory.Memory;
import dev.kept.domain.memory.Memory.Statement;
import dev.kept.domain.memory.MemoryStore;
import dev.kept.domain.memory.MemoryWrite;
import dev.kept.domain.session.Turn;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Sorts the candidates of a rereading: into what is known from the reading before, which keeps its id and its history
/// and is reworded where extraction now says it otherwise, and into what is new.
final class FoundAgain {
    private final MemoryStore memories;
    private final SessionMemories mine;
    private final Consolidation consolidation;
    private final Set<MemoryId> found = new HashSet<>();

    FoundAgain(MemoryStore memories, SessionMemories mine, Consolidation consolidation) {
        this.memories = memories;
        this.mine = mine;
        this.consolidation = consolidation;
    }

    int items() {
        return consolidation.items();
    }

    List<MemoryWrite> writes() {
        return consolidation.writes();
    }

    ExtractionCounts counts() {
        return consolidation.counts();
    }

    /// What was found again or made, so far.
    Set<MemoryId> found() {
        Set<MemoryId> all = new HashSet<>(found);
        consolidation.writes().stream()
                .filter(MemoryWrite.Create.class::isInstance)
                .forEach(write -> all.add(write.memory().id()));
        return all;
    }

    void add(ReadTurn read) {
        consolidation.begin(read);
        Set<MemoryId> exact = read.candidates().stream()
                .map(candidate -> CandidateMemory.id(candidate, read.turn()))
                .collect(Collectors.toSet());
        read.candidates().forEach(candidate -> add(candidate, read.turn(), exact));
    }

    /// What is there to the letter is found before anything else is asked: it may be like what was forgotten or edited,
    /// and is not that.
    ///
    /// @param exact what other candidates of the turn are to the letter, and this one is not to take
    private void add(Candidate candidate, Turn trigger, Set<MemoryId> exact) {
        MemoryId id = CandidateMemory.id(candidate, trigger);
        Optional<Memory> asBefore = Optional.ofNullable(mine.old().get(id));
        if (asBefore.isPresent()) {
            confirm(asBefore.get(), candidate);
        } else if (mine.touched().stream().anyMatch(one -> one.covers(id, candidate, trigger))) {
            consolidation.count(ExtractionCounts.ofUnchanged());
        } else if (!consolidation.leavesOut(candidate, trigger)) {
            addOther(id, candidate, trigger, exact);
        }
    }

    private void addOther(MemoryId id, Candidate candidate, Turn trigger, Set<MemoryId> exact) {
        Optional<Memory> before = same(candidate, exact);
        if (before.isPresent()) {
            confirm(before.get(), candidate);
        } else if (memories.find(trigger.owner(), id).isEmpty()) {
            consolidation.add(candidate, trigger);
        }
    }

    /// The old memory that says the same: rather one of the same turn, in which other words are enough.
    private Optional<Memory> same(Candidate candidate, Set<MemoryId> exact) {
        List<Memory> open = mine.old().values().stream()
                .filter(memory -> !exact.contains(memory.id()))
                .toList();
        return open.stream()
                .filter(memory -> memory.provenance().sourceTurnIds().contains(candidate.trigger()))
                .filter(memory -> likeness(memory, candidate) >= Unwanted.SAME_OF_ONE_TURN)
                .max(Comparator.comparingDouble(memory -> likeness(memory, candidate)))
                .or(() -> consolidation
                        .sameAs(candidate, open.stream().map(Outdated::asActive).toList())
                        .map(same -> mine.old().get(same.id())));
    }

    private static double likeness(Memory memory, Candidate candidate) {
        return StatementSketches.of(memory.owner(), memory.statement().content())
                .likeness(StatementSketches.of(memory.owner(), candidate.content()));
    }

    private void confirm(Memory before, Candidate candidate) {
        Statement statement = reworded(before, candidate);
        Memory now = before.with(statement, before.usage().updatedAt());
        mine.found(now);
        found.add(before.id());
        mine.again().values().stream()
                .filter(memory -> memory.validity().supersededBy().equals(Optional.of(before.id())))
                .forEach(consolidation::know);
        if (statement.equals(before.statement())) {
            consolidation.count(ExtractionCounts.ofUnchanged());
        } else {
            consolidation.reword(before, statement);
        }
        consolidation.know(mine.asIfActive(now));
        if (before.isActive()) {
            consolidation.outdateBy(before.id(), candidate);
        }
    }

    /// Restatements raised its confidence, and a newer memory lowered its importance: both stay.
    private static Statement reworded(Memory before, Candidate candidate) {
        Statement old = before.statement();
        boolean isUpdate = CandidateMemory.isUpdate(before);
        return new Statement(
                candidate.type(),
                candidate.content(),
                candidate.summary(),
                before.isActive() ? CandidateMemory.importance(candidate, isUpdate) : old.importance(),
                Math.max(old.confidence(), candidate.confidence()),
                candidate.entities(),
                old.tags(),
                old.pinned(),
                old.overrides(),
                CandidateMemory.told(candidate, isUpdate, old.metadata()));
    }
}
