package dev.kept.application.extraction;

import dev.kept.application.extraction.consolidation.Comparing;
import dev.kept.application.extraction.consolidation.Consolidation;
import dev.kept.application.extraction.consolidation.Nearness;
import dev.kept.application.extraction.consolidation.Unwanted;
import dev.kept.application.extraction.found.ExtractionInput;
import dev.kept.application.extraction.found.Extractors;
import dev.kept.application.extraction.found.ReadTurn;
import dev.kept.application.extraction.pipeline.ExtractionPipeline;
import dev.kept.application.extraction.voices.Boilerplate;
import dev.kept.domain.error.Conflict;
import dev.kept.domain.extraction.ExtractionCommit;
import dev.kept.domain.extraction.ExtractionCounts;
import dev.kept.domain.extraction.ExtractionMethod;
import dev.kept.domain.extraction.ExtractionRun;
import dev.kept.domain.extraction.RereadingCommit;
import dev.kept.domain.id.MemoryId;
import dev.kept.domain.id.Owner;
import dev.kept.domain.id.TurnId;
import dev.kept.domain.memory.MemoryWrite;
import dev.kept.domain.session.Rereading;
import dev.kept.domain.session.Session;
import dev.kept.domain.session.SessionRef;
import dev.kept.domain.session.Turn;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads a session once more from its start, as extraction is now, and puts what it finds in the place of what was
/// found before.
///
/// It goes in steps, each one transaction: first the turns again, from a cursor of its own, which finds memories again,
/// rewords them or makes new ones; then what was not found again goes. So a search finds the old or the new at any
/// time, a step that is repeated after a crash does nothing twice, and new turns are read beside it by
/// {@link ExtractSession}. The steps remember what they found; that is how the end knows what was not.
///
/// What a person touched stays as it is: see {@link SessionMemories}.
public final class RereadSession {
    private static final int TURNS_READ = 50;

    private final ExtractionStores stores;
    private final Comparing comparing;
    private final SessionReader reader;
    private final Clock clock;

    public RereadSession(ExtractionStores stores, Extractors extractors, Nearness nearness, Clock clock) {
        this.stores = stores;
        this.comparing = new Comparing(nearness);
        this.reader = new SessionReader(extractors, new Boilerplate(stores.paragraphs()));
        this.clock = clock;
    }

    /// Returns when the session was read again, if that was asked for, or is gone.
    ///
    /// @throws Conflict when others overtook it again and again
    public void reread(SessionRef session) {
        Commits.all(
                () -> nextStep(session),
                stores.ledger()::commit,
                "session " + session.id() + " is being read again elsewhere");
    }

    private Optional<RereadingCommit> nextStep(SessionRef ref) {
        Optional<Session> session = stores.sessions().find(ref.owner(), ref.id());
        Optional<Rereading> again = session.flatMap(one -> one.extraction().rereading());
        if (again.isEmpty()) {
            return Optional.empty();
        }
        if (isOff(session.get())) {
            stores.ledger().failRereading(ref, "extraction is off in the project");
            return Optional.empty();
        }
        Step step = new Step(session.get(), again.get(), clock.instant());
        return again.get().isThrough() ? Optional.of(settle(step)) : readOn(step);
    }

    private record Step(Session session, Rereading before, Instant startedAt) {
        Owner owner() {
            return session.owner();
        }
    }

    private boolean isOff(Session session) {
        return session.details()
                .projectId()
                .filter(project ->
                        !stores.settings().find(session.owner(), project).extracts())
                .isPresent();
    }

    /// Turns that were never read are left to their first reading, which comes before.
    private Optional<RereadingCommit> readOn(Step step) {
        Rereading before = step.before();
        Session session = step.session();
        List<Turn> turns = stores.turns().after(step.owner(), session.id(), before.cursor(), TURNS_READ).stream()
                .filter(turn -> turn.id().compareTo(before.upTo()) <= 0)
                .filter(turn -> session.extraction().reached(turn.id()))
                .toList();
        return turns.isEmpty() ? Optional.empty() : Optional.of(read(step, turns));
    }

    /// Takes in turn after turn while a full turn still fits into the transaction.
    private RereadingCommit read(Step step, List<Turn> turns) {
        ReadTurns reads = reader.read(step.session(), lookback(step), turns);
        FoundAgain found = foundAgain(step, reads);
        Turn last = turns.getFirst();
        for (ReadTurn read : reads.each()) {
            boolean full = found.items() + read.itemsAtMost() > ExtractionCommit.ITEMS_MAX;
            if (full && !read.turn().id().equals(turns.getFirst().id())) {
                break;
            }
            found.add(read);
            last = read.turn();
        }
        ExtractionRun run = run(step, last.id(), found.counts(), reads.method());
        return new RereadingCommit(
                ref(step), step.before(), Optional.of(last.id()), run, found.found(), found.writes(), false);
    }

    private List<Turn> lookback(Step step) {
        Optional<TurnId> cursor = step.before().cursor();
        return cursor.map(_ -> stores.turns().upTo(step.owner(), step.session().id(), cursor, ExtractionInput.LOOKBACK))
                .orElse(List.of());
    }

    private FoundAgain foundAgain(Step step, ReadTurns reads) {
        boolean foundNothing = reads.each().stream().allMatch(ReadTurn::foundNothing);
        if (foundNothing) {
            return new FoundAgain(
                    stores.memories(),
                    SessionMemories.none(),
                    new Consolidation(comparing, Map.of(), step.startedAt()));
        }
        SessionMemories mine = memories(step);
        Unwanted unwanted = new Unwanted(
                stores.forgotten().in(step.owner(), step.session().details().projectId()));
        Consolidation consolidation = new Consolidation(comparing, mine.known(), step.startedAt())
                .without(unwanted)
                .over(id -> stores.memories().find(step.owner(), id))
                .changing(mine::mayChange);
        return new FoundAgain(stores.memories(), mine, consolidation);
    }

    private SessionMemories memories(Step step) {
        Set<MemoryId> found =
                stores.ledger().foundAgain(ref(step), step.before().operation());
        return new SessionMemoryReader(stores).read(step.session(), found);
    }

    /// Removes what was not found again, as much as fits into one transaction.
    private RereadingCommit settle(Step step) {
        Settling settling = new Settling(stores, step.session().id(), memories(step), comparing, step.startedAt());
        boolean last = settling.removeWhatFits();
        List<MemoryWrite> writes = settling.writes();
        ExtractionRun run =
                run(step, step.before().upTo(), settling.counts(), ExtractionMethod.rules(ExtractionPipeline.VERSION));
        return new RereadingCommit(ref(step), step.before(), step.before().cursor(), run, Set.of(), writes, last);
    }

    private ExtractionRun run(Step step, TurnId to, ExtractionCounts counts, ExtractionMethod method) {
        return new ExtractionRun(step.before().cursor(), to, counts, method, step.startedAt(), clock.instant());
    }

    private static SessionRef ref(Step step) {
        return new SessionRef(step.owner(), step.session().id());
    }
}
