package dev.kept.application.extraction;

import dev.kept.application.extraction.found.Extracted;
import dev.kept.application.extraction.found.Extraction;
import dev.kept.application.extraction.found.ExtractionInput;
import dev.kept.application.extraction.found.Extractor;
import dev.kept.application.extraction.found.Extractors;
import dev.kept.application.extraction.found.ReadTurn;
import dev.kept.application.extraction.found.Rejected;
import dev.kept.application.extraction.pipeline.ExtractionPipeline;
import dev.kept.application.extraction.voices.Boilerplate;
import dev.kept.domain.error.KeptException;
import dev.kept.domain.extraction.ExtractionCounts;
import dev.kept.domain.extraction.ExtractionMethod;
import dev.kept.domain.session.Session;
import dev.kept.domain.session.SessionRef;
import dev.kept.domain.session.Turn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Has turns of a session read, and goes on when one of them cannot be.
///
/// A turn that the extractor cannot read (a bug of ours: it would fail the same way every time) is passed over alone
/// and counted, so that it does not block the session for good. It stays as evidence and is read again when the
/// session is.
final class SessionReader {
    private static final System.Logger LOG = System.getLogger(SessionReader.class.getName());
    private final Extractors extractors;
    private final Boilerplate boilerplate;

    SessionReader(Extractors extractors, Boilerplate boilerplate) {
        this.extractors = extractors;
        this.boilerplate = boilerplate;
    }

    ReadTurns read(Session session, List<Turn> lookback, List<Turn> unread) {
        Extractor extractor = extractors.of(session.owner(), session.details().projectId());
        ExtractionInput input = input(session, lookback, unread);
        try {
            Extracted found = extractor.read(input);
            return new ReadTurns(reads(unread, found.each()), found.method());
        } catch (KeptException e) {
            throw e;
        } catch (RuntimeException _) {
            return readApart(extractor.frugal(), input);
        }
    }

    private ExtractionInput input(Session session, List<Turn> lookback, List<Turn> unread) {
        List<Turn> all = Stream.concat(lookback.stream(), unread.stream()).toList();
        SessionRef ref = new SessionRef(session.owner(), session.id());
        return new ExtractionInput(lookback, unread, boilerplate.in(ref, all));
    }

    private static List<ReadTurn> reads(List<Turn> turns, List<Extraction> found) {
        List<ReadTurn> reads = new ArrayList<>();
        for (int i = 0; i < turns.size(); i++) {
            reads.add(read(turns.get(i), found.get(i)));
        }
        return reads;
    }

    private static ReadTurn read(Turn turn, Extraction found) {
        List<String> reasons = found.rejected().stream()
                .filter(rejected -> !rejected.isQuarantined())
                .map(Rejected::reason)
                .toList();
        int quarantined = found.rejected().size() - reasons.size();
        ExtractionCounts counts = ExtractionCounts.ofTurn(quarantined, found.redactions(), reasons);
        return turn.utterance().extract()
                ? new ReadTurn(turn, found.candidates(), found.retractions(), counts)
                : new ReadTurn(turn, List.of(), List.of(), counts.plus(ExtractionCounts.ofSkipped()));
    }

    /// Turn by turn, to find the one that cannot be read; it is left out of what the others look back to.
    private static ReadTurns readApart(Extractor extractor, ExtractionInput input) {
        List<ReadTurn> reads = new ArrayList<>();
        List<Turn> before = new ArrayList<>(input.lookback());
        ExtractionMethod method = ExtractionMethod.rules(ExtractionPipeline.VERSION);
        for (Turn turn : input.turns()) {
            ExtractionInput alone = new ExtractionInput(before, List.of(turn), input.boilerplate());
            Optional<Extracted> found = readAlone(extractor, alone);
            if (found.isPresent()) {
                reads.addAll(reads(List.of(turn), found.get().each()));
                method = found.get().method().plus(method);
                before.add(turn);
            } else {
                reads.add(new ReadTurn(turn, List.of(), List.of(), ExtractionCounts.ofPassedOver()));
            }
        }
        return new ReadTurns(reads, method);
    }

    private static Optional<Extracted> readAlone(Extractor extractor, ExtractionInput alone) {
        try {
            return Optional.of(extractor.read(alone));
        } catch (KeptException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.log(
                    System.Logger.Level.ERROR,
                    "turn.passed-over {0} {1}",
                    alone.turns().getFirst().id(),
                    e.getClass());
            return Optional.empty();
        }
    }
}
