package dev.kept.application.extraction;

import dev.kept.domain.error.Conflict;
import dev.kept.domain.error.KeptException;
import dev.kept.domain.extraction.ExtractionCommit;
import dev.kept.domain.extraction.ExtractionCounts;
import dev.kept.domain.extraction.ExtractionLedger;
import dev.kept.domain.extraction.ExtractionLedger.Outcome;
import dev.kept.domain.extraction.ExtractionMethod;
import dev.kept.domain.extraction.ExtractionRun;
import dev.kept.domain.id.TurnId;
import dev.kept.domain.memory.MemoryStore;
import dev.kept.domain.session.Session;
import dev.kept.domain.session.SessionRef;
import dev.kept.domain.session.SessionStore;
import dev.kept.domain.session.Turn;
import dev.kept.domain.session.TurnStore;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads a session from its cursor to its end, run by run, and keeps what it finds.
///
/// A run is the turns up to the point where one transaction is full; its memories and the new cursor are written
/// together, so doing it again after a crash starts where the last commit ended and makes nothing twice. Whoever is
/// overtaken by another reader of the same session reads again.
///
/// A turn that the pipeline cannot read (a bug of ours: it would fail the same way every time) is passed over alone
/// and counted as rejected, so that it does not block the session for good. It stays as evidence and is read again
/// when a later pipeline reads the session again. When a store does not answer, the failure goes to the queue, which
/// tries again later.
public final class ExtractSession {
    private static final System.Logger LOG = System.getLogger(ExtractSession.class.getName());
    private static final int TURNS_READ = 50;
    private static final int OVERTAKEN_MAX = 10;

    private final SessionStore sessions;
    private final TurnStore turns;
    private final KnownMemories known;
    private final Comparing comparing = new Comparing(Technologies.bundled());
    private final ExtractionLedger ledger;
    private final Extractors extractors;
    private final Clock clock;

    public ExtractSession(
            SessionStore sessions,
            TurnStore turns,
            MemoryStore memories,
            ExtractionLedger ledger,
            Extractors extractors,
            Clock clock) {
        this.sessions = sessions;
        this.turns = turns;
        this.known = new KnownMemories(memories);
        this.ledger = ledger;
        this.extractors = extractors;
        this.clock = clock;
    }

    /// Returns when every turn was read, or the session is gone.
    ///
    /// @throws Conflict when others overtook it again and again
    public void extract(SessionRef session) {
        int overtaken = 0;
        while (true) {
            Optional<ExtractionCommit> run = nextRun(session);
            if (run.isEmpty()) {
                return;
            }
            Outcome outcome = ledger.commit(run.get());
            switch (outcome) {
                case COMMITTED -> overtaken = 0;
                case SESSION_GONE -> {
                    return;
                }
                case OVERTAKEN -> {
                    overtaken++;
                    if (overtaken > OVERTAKEN_MAX) {
                        throw Conflict.because("session " + session.id() + " is being extracted elsewhere");
                    }
                }
            }
        }
    }

    private Optional<ExtractionCommit> nextRun(SessionRef ref) {
        Instant startedAt = clock.instant();
        Optional<Session> session = sessions.find(ref.owner(), ref.id());
        if (session.isEmpty()) {
            return Optional.empty();
        }
        Optional<TurnId> cursor = session.get().extraction().cursor();
        List<Turn> unread = turns.after(ref.owner(), ref.id(), cursor, TURNS_READ);
        if (unread.isEmpty()) {
            return Optional.empty();
        }
        List<Turn> lookback = cursor.map(last -> turns.upTo(ref.owner(), ref.id(), cursor, ExtractionPipeline.LOOKBACK))
                .orElse(List.of());
        Run run = run(session.get(), lookback, unread, startedAt);
        ExtractionRun record = new ExtractionRun(
                cursor, run.to(), run.consolidation().counts(), run.method(), startedAt, clock.instant());
        return Optional.of(new ExtractionCommit(ref, record, run.consolidation().writes()));
    }

    private record Run(TurnId to, ExtractionMethod method, Consolidation consolidation) {}

    /// Takes in turn after turn while a full turn still fits into the transaction.
    private Run run(Session session, List<Turn> lookback, List<Turn> unread, Instant now) {
        Consolidation consolidation = new Consolidation(
                comparing, known.of(session.owner(), session.details().projectId()), now);
        Extractor extractor = extractors.of(session.owner(), session.details().projectId());
        Reads reads = read(extractor, lookback, unread);
        Turn last = unread.getFirst();
        for (Read read : reads.each()) {
            boolean full = consolidation.writes().size() + read.writesAtMost() > ExtractionCommit.WRITES_MAX;
            if (full && !read.turn().equals(unread.getFirst())) {
                break;
            }
            consolidation.count(read.counts());
            read.candidates().forEach(candidate -> consolidation.add(candidate, read.turn()));
            last = read.turn();
        }
        return new Run(last.id(), reads.method(), consolidation);
    }

    private record Read(Turn turn, List<Candidate> candidates, ExtractionCounts counts) {
        /// A candidate makes one memory and outdates at most two.
        int writesAtMost() {
            return candidates.size() * 3;
        }
    }

    private record Reads(List<Read> each, ExtractionMethod method) {}

    private static Reads read(Extractor extractor, List<Turn> lookback, List<Turn> unread) {
        try {
            Extracted found = extractor.read(new ExtractionInput(lookback, unread));
            return new Reads(reads(unread, found.each()), found.method());
        } catch (KeptException e) {
            throw e;
        } catch (RuntimeException _) {
            return readApart(extractor, lookback, unread);
        }
    }

    private static List<Read> reads(List<Turn> turns, List<Extraction> found) {
        List<Read> reads = new ArrayList<>();
        for (int i = 0; i < turns.size(); i++) {
            Extraction one = found.get(i);
            int quarantined = (int)
                    one.rejected().stream().filter(Rejected::isQuarantined).count();
            int rejected = one.rejected().size() - quarantined;
            ExtractionCounts counts = new ExtractionCounts(1, 0, 0, 0, quarantined, one.redactions(), rejected);
            reads.add(new Read(turns.get(i), one.candidates(), counts));
        }
        return reads;
    }

    /// Turn by turn, to find the one that cannot be read; it is left out of what the others look back to.
    private static Reads readApart(Extractor extractor, List<Turn> lookback, List<Turn> unread) {
        List<Read> reads = new ArrayList<>();
        List<Turn> before = new ArrayList<>(lookback);
        ExtractionMethod method = ExtractionMethod.rules(ExtractionPipeline.VERSION);
        for (Turn turn : unread) {
            try {
                List<Turn> one = List.of(turn);
                Extracted found = extractor.frugal().read(new ExtractionInput(before, one));
                reads.addAll(reads(one, found.each()));
                method = found.method().plus(method);
                before.add(turn);
            } catch (KeptException e) {
                throw e;
            } catch (RuntimeException e) {
                LOG.log(System.Logger.Level.ERROR, "turn.passed-over {0} {1}", turn.id(), e.getClass());
                reads.add(new Read(turn, List.of(), new ExtractionCounts(1, 0, 0, 0, 0, 0, 1)));
            }
        }
        return new Reads(reads, method);
    }
}
