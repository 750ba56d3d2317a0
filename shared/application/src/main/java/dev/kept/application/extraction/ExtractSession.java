package dev.kept.application.extraction;

import dev.kept.application.extraction.consolidation.Comparing;
import dev.kept.application.extraction.consolidation.Consolidation;
import dev.kept.application.extraction.consolidation.Nearness;
import dev.kept.application.extraction.consolidation.Unwanted;
import dev.kept.application.extraction.found.ExtractionInput;
import dev.kept.application.extraction.found.Extractors;
import dev.kept.application.extraction.found.ReadTurn;
import dev.kept.application.extraction.voices.Boilerplate;
import dev.kept.domain.error.Conflict;
import dev.kept.domain.extraction.ExtractionCommit;
import dev.kept.domain.extraction.ExtractionMethod;
import dev.kept.domain.extraction.ExtractionRun;
import dev.kept.domain.id.Owner;
import dev.kept.domain.id.ProjectId;
import dev.kept.domain.id.TurnId;
import dev.kept.domain.project.ProjectSettings;
import dev.kept.domain.session.Session;
import dev.kept.domain.session.SessionRef;
import dev.kept.domain.session.Turn;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads a session from its cursor to its end, run by run, and keeps what it finds.
///
/// A run is the turns up to the point where one transaction is full; its memories and the new cursor are written
/// together, so doing it again after a crash starts where the last commit ended and makes nothing twice. Whoever is
/// overtaken by another reader of the same session reads again.
///
/// Turns that were accepted while extraction was off in their project are passed by; they stay as evidence. When a
/// store does not answer, the failure goes to the queue, which tries again later.
public final class ExtractSession {
    private static final int TURNS_READ = 50;

    private final ExtractionStores stores;
    private final KnownMemories known;
    private final Comparing comparing;
    private final SessionReader reader;
    private final Clock clock;

    public ExtractSession(ExtractionStores stores, Extractors extractors, Nearness nearness, Clock clock) {
        this.stores = stores;
        this.comparing = new Comparing(nearness);
        this.known = new KnownMemories(stores.memories());
        this.reader = new SessionReader(extractors, new Boilerplate(stores.paragraphs()));
        this.clock = clock;
    }

    /// Returns when every turn was read, or the session is gone.
    ///
    /// @throws Conflict when others overtook it again and again
    public void extract(SessionRef session) {
        Commits.all(
                () -> nextRun(session),
                stores.ledger()::commit,
                "session " + session.id() + " is being extracted elsewhere");
    }

    private Optional<ExtractionCommit> nextRun(SessionRef ref) {
        Instant startedAt = clock.instant();
        Optional<Session> session = stores.sessions().find(ref.owner(), ref.id());
        if (session.isEmpty()) {
            return Optional.empty();
        }
        Optional<TurnId> cursor = session.get().extraction().cursor();
        List<Turn> unread = stores.turns().after(ref.owner(), ref.id(), cursor, TURNS_READ);
        if (unread.isEmpty()) {
            return Optional.empty();
        }
        List<Turn> lookback = cursor.map(
                        _ -> stores.turns().upTo(ref.owner(), ref.id(), cursor, ExtractionInput.LOOKBACK))
                .orElse(List.of());
        Run run = run(session.get(), lookback, unread, startedAt);
        ExtractionRun record = new ExtractionRun(
                cursor, run.to(), run.consolidation().counts(), run.method(), startedAt, clock.instant());
        return Optional.of(new ExtractionCommit(ref, record, run.consolidation().writes()));
    }

    private record Run(TurnId to, ExtractionMethod method, Consolidation consolidation) {}

    /// Takes in turn after turn while a full turn still fits into the transaction.
    private Run run(Session session, List<Turn> lookback, List<Turn> unread, Instant now) {
        ReadTurns reads = read(session, lookback, unread);
        Consolidation consolidation = consolidation(session, reads, now);
        Turn last = unread.getFirst();
        for (ReadTurn read : reads.each()) {
            boolean full = consolidation.items() + read.itemsAtMost() > ExtractionCommit.ITEMS_MAX;
            if (full && !read.turn().id().equals(unread.getFirst().id())) {
                break;
            }
            consolidation.begin(read);
            read.candidates().forEach(candidate -> consolidation.add(candidate, read.turn()));
            last = read.turn();
        }
        return new Run(last.id(), reads.method(), consolidation);
    }

    private ReadTurns read(Session session, List<Turn> lookback, List<Turn> unread) {
        Optional<ProjectId> project = session.details().projectId();
        if (project.isEmpty()) {
            return reader.read(session, lookback, unread);
        }
        ProjectSettings settings = stores.settings().find(session.owner(), project.get());
        return reader.read(session, heeding(settings, lookback), heeding(settings, unread));
    }

    private static List<Turn> heeding(ProjectSettings settings, List<Turn> turns) {
        return turns.stream()
                .map(turn -> settings.extractedAt(turn.receivedAt()) ? turn : turn.notToBeExtracted())
                .toList();
    }

    /// Where nothing was found, nothing that is known needs to be read.
    private Consolidation consolidation(Session session, ReadTurns reads, Instant now) {
        Owner owner = session.owner();
        Optional<ProjectId> project = session.details().projectId();
        boolean foundNothing = reads.each().stream().allMatch(ReadTurn::foundNothing);
        return foundNothing
                ? new Consolidation(comparing, Map.of(), now)
                : new Consolidation(comparing, known.of(owner, project), now)
                        .without(new Unwanted(stores.forgotten().in(owner, project)))
                        .over(id -> stores.memories().find(owner, id));
    }
}
