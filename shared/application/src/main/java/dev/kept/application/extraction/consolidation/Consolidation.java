package dev.kept.application.extraction.consolidation;

import dev.kept.application.extraction.found.Candidate;
import dev.kept.application.extraction.found.ReadTurn;
import dev.kept.application.extraction.found.Rejected;
import dev.kept.application.extraction.found.Retraction;
import dev.kept.application.extraction.voices.Recital;
import dev.kept.domain.extraction.ExtractionCounts;
import dev.kept.domain.id.MemoryId;
import dev.kept.domain.memory.Forgotten;
import dev.kept.domain.memory.Memory;
import dev.kept.domain.memory.Memory.Statement;
import dev.kept.domain.memory.MemoryWrite;
import dev.kept.domain.memory.Trust;
import dev.kept.domain.session.Turn;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/// Turns the candidates of one run into writes: decides of each what becomes of it and of what is known.
public final class Consolidation {
    /// Whom the history of a memory names for what extraction changed.
    public static final String BY = "memory-extraction";
    private static final String FORGOTTEN = "what took its place was taken back";

    private final Comparing comparing;
    private final Writes memories;
    private final Instant now;
    private final Recital recital = new Recital();
    private List<Memory> recited = List.of();
    private Unwanted unwanted = Unwanted.none();
    private Predicate<Memory> mayChange = _ -> true;
    private ExtractionCounts counts = ExtractionCounts.NONE;
    private final Map<String, Optional<Memory>> corrections = new HashMap<>();

    /// @param known active memories that candidates may say again or take the place of
    /// @param now when the writes are made
    public Consolidation(Comparing comparing, Map<MemoryId, Memory> known, Instant now) {
        this.comparing = comparing;
        this.memories = new Writes(known);
        this.now = now;
    }

    /// The same, and leaves out what is unwanted.
    public Consolidation without(Unwanted statements) {
        this.unwanted = statements;
        return this;
    }

    /// The same, and outdates only these.
    public Consolidation changing(Predicate<Memory> some) {
        this.mayChange = some;
        return this;
    }

    /// The same, and finds what is not known because it does not hold.
    public Consolidation over(Function<MemoryId, Optional<Memory>> store) {
        memories.readFrom(store);
        return this;
    }

    /// How many items of the store the writes change.
    public int items() {
        return memories.items();
    }

    /// What is to be written so far, one write for each memory, in the order in which they came up.
    public List<MemoryWrite> writes() {
        return memories.all();
    }

    /// What became of the candidates so far.
    public ExtractionCounts counts() {
        return counts;
    }

    /// Counts what was decided elsewhere.
    public void count(ExtractionCounts more) {
        counts = counts.plus(more);
    }

    /// Begins with a turn, whose candidates are added next.
    public void begin(ReadTurn read) {
        count(read.counts());
        recited = read.candidates().isEmpty() ? List.of() : recital.in(read.turn(), memories.known());
        takeBack(read);
    }

    /// Forgets what a turn takes back, and notes what its candidates are to take the place of. A turn that is read
    /// again does not take back one memory after the other.
    private void takeBack(ReadTurn read) {
        boolean again = unwanted.wasTakenBackIn(read.turn().id());
        corrections.clear();
        for (Retraction retraction : read.retractions()) {
            Optional<Memory> meant = MeantMemory.of(retraction, read.turn().id(), memories.known());
            if (retraction.instead().isEmpty()) {
                meant.filter(_ -> !again).ifPresent(memory -> forget(memory, read.turn()));
            } else if (meant.isPresent() || retraction.dependent()) {
                corrections.put(retraction.instead().get(), meant);
            }
        }
    }

    /// @param trigger the turn that completes the candidate
    public void add(Candidate candidate, Turn trigger) {
        Optional<Memory> corrected =
                Optional.ofNullable(corrections.get(candidate.content())).orElse(Optional.empty());
        boolean correctsNothing = corrections.containsKey(candidate.content()) && corrected.isEmpty();
        if (correctsNothing || leavesOut(candidate, trigger)) {
            return;
        }
        MemoryId id = CandidateMemory.id(candidate, trigger);
        if (memories.knows(id)) {
            return;
        }
        if (!recited.isEmpty() && sameAs(candidate, recited).isPresent()) {
            count(ExtractionCounts.ofRejected(Rejected.RECALLED));
            return;
        }
        Comparison comparison = comparing.compare(candidate, memories.known());
        switch (corrected.map(comparison::alsoUpdating).orElse(comparison)) {
            case Comparison.New() -> create(CandidateMemory.of(candidate, trigger, List.of(), now));
            case Comparison.Same(Memory same) -> restate(same, candidate);
            case Comparison.Late(Memory newer) ->
                createOutdated(CandidateMemory.of(candidate, trigger, List.of(), now), newer);
            case Comparison.Updates(List<Memory> outdated) -> {
                List<Memory> old = outdated.stream().filter(mayChange).toList();
                create(CandidateMemory.of(candidate, trigger, old, now));
                old.forEach(one -> outdate(one, id, candidate.validFrom()));
            }
        }
    }

    /// Whether the owner wants it to stay forgotten; then it is counted so.
    public boolean leavesOut(Candidate candidate, Turn trigger) {
        boolean isUnwanted = unwanted.covers(candidate, trigger);
        if (isUnwanted) {
            count(ExtractionCounts.ofForgotten());
        }
        return isUnwanted;
    }

    /// Takes it for known without writing it.
    public void know(Memory memory) {
        memories.know(memory);
    }

    /// The first of some memories that says the same.
    public Optional<Memory> sameAs(Candidate candidate, List<Memory> some) {
        return comparing.same(candidate, some);
    }

    /// A memory that is found again in other words.
    public void reword(Memory memory, Statement reworded) {
        memories.change(memory.with(reworded, now), "extracted again");
        count(ExtractionCounts.ofReworded());
    }

    /// What a memory that is found again takes the place of, if that came up since.
    public void outdateBy(MemoryId id, Candidate candidate) {
        List<Memory> others = memories.known().stream()
                .filter(memory -> !memory.id().equals(id))
                .toList();
        if (comparing.compare(candidate, others) instanceof Comparison.Updates(List<Memory> outdated)) {
            outdated.stream().filter(mayChange).forEach(old -> outdate(old, id, candidate.validFrom()));
        }
    }

    /// Takes back a memory in the conversation: it goes, and its statement is not learned again from what
    /// was said up to this turn. A memory that this run would have made is not made. What was said or
    /// changed by a person since stays: the turn may be read again much later.
    ///
    /// @param retraction the turn in which the user takes it back
    public void forget(Memory meant, Turn retraction) {
        boolean saidSince =
                meant.validity().validFrom().isAfter(retraction.utterance().occurredAt());
        if (saidSince || !mayChange.test(meant)) {
            return;
        }
        Forgotten forgotten = new Forgotten(
                meant.owner(),
                meant.id(),
                meant.provenance().projectId(),
                List.of(StatementSketches.of(meant.owner(), meant.statement().content())),
                meant.provenance().sourceTurnIds(),
                retraction.utterance().occurredAt(),
                Optional.of(retraction.id()));
        unwanted.add(forgotten);
        count(ExtractionCounts.ofForgotten());
        letFollow(memories.forget(meant, forgotten));
    }

    /// What a memory had taken the place of holds again. In the room that a retraction has: only a memory of forty
    /// versions leaves too little.
    private void letFollow(MemoryWrite forgetting) {
        List<Memory> followers = new Succession(memories::current, comparing, now).without(forgetting.memory());
        if (forgetting.items() + 2 * followers.size() <= ReadTurn.ITEMS_A_RETRACTION) {
            followers.forEach(follower -> memories.change(follower, FORGOTTEN));
        }
    }

    private void create(Memory memory) {
        memories.create(memory);
        count(new ExtractionCounts(0, 1, 0, 0, 0, 0, 0));
    }

    /// What was said earlier but comes later is history from the start.
    private void createOutdated(Memory memory, Memory newer) {
        create(Outdated.by(newer.id(), newer.validity().validFrom(), memory, now));
        if (memories.holds(newer)) {
            memories.change(Superseded.alsoNaming(memory.id(), newer, now), "superseded what came late");
        }
        count(new ExtractionCounts(0, 0, 0, 1, 0, 0, 0));
    }

    /// A turn that it rests on already says nothing new, when it is read again. Nor does a nod to an assistant that
    /// says what it was told in a context.
    private void restate(Memory same, Candidate candidate) {
        if (same.provenance().sourceTurnIds().contains(candidate.trigger())) {
            return;
        }
        if (candidate.trust() == Trust.ADOPTED) {
            count(ExtractionCounts.ofRejected(Rejected.RECALLED));
            return;
        }
        memories.change(CandidateMemory.restated(same, candidate, now), "restated");
        count(new ExtractionCounts(0, 0, 1, 0, 0, 0, 0));
    }

    private void outdate(Memory old, MemoryId newer, Instant at) {
        memories.change(Outdated.by(newer, at, old, now), "superseded");
        count(new ExtractionCounts(0, 0, 0, 1, 0, 0, 0));
    }
}
