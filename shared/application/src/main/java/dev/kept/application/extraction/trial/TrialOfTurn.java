package dev.kept.application.extraction.trial;

import dev.kept.application.extraction.found.Candidate;
import dev.kept.application.extraction.found.Extraction;
import dev.kept.application.extraction.found.Rejected;
import dev.kept.application.extraction.trial.Trial.Effect;
import dev.kept.application.extraction.trial.Trial.Kept;
import dev.kept.application.extraction.trial.Trial.Side;
import dev.kept.application.extraction.trial.Trial.Tried;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What two sets of rules make of one turn, memory by memory. The same memory has the same words and rests on the same
/// turns.
record TrialOfTurn(Extraction before, Extraction after) {
    List<Tried> memories() {
        Stream<Tried> kept = before.candidates().stream()
                .map(one -> same(one, after)
                        .map(other -> tried(effect(one, other), one, side(one), side(other)))
                        .orElseGet(() -> tried(Effect.REMOVED, one, side(one), refused(one, after))));
        Stream<Tried> added = after.candidates().stream()
                .filter(one -> same(one, before).isEmpty())
                .map(one -> tried(Effect.ADDED, one, refused(one, before), side(one)));
        return Stream.concat(kept, added).toList();
    }

    private static Optional<Candidate> same(Candidate wanted, Extraction in) {
        return in.candidates().stream()
                .filter(one -> one.content().equals(wanted.content())
                        && one.sourceTurnIds().equals(wanted.sourceTurnIds()))
                .findFirst();
    }

    private static Effect effect(Candidate one, Candidate other) {
        if (one.type() != other.type()) {
            return Effect.RETYPED;
        }
        boolean alike = one.importance() == other.importance() && one.entities().equals(other.entities());
        return alike ? Effect.UNCHANGED : Effect.REWEIGHED;
    }

    private static Tried tried(Effect effect, Candidate about, Side before, Side after) {
        return new Tried(effect, about.content(), about.sourceTurnIds(), before, after);
    }

    private static Side side(Candidate kept) {
        return new Side(Optional.of(new Kept(kept.type(), kept.importance(), kept.entities())), kept.why());
    }

    /// The reason by which a sentence of it was left out, or else in what other words it is kept.
    private static Side refused(Candidate missing, Extraction in) {
        String reason = in.rejected().stream()
                .filter(one -> overlap(one.content(), missing.content()))
                .map(Rejected::reason)
                .findFirst()
                .orElseGet(() -> in.candidates().stream()
                        .filter(one -> overlap(one.content(), missing.content()))
                        .map(one -> "is kept in other words")
                        .findFirst()
                        .orElse("no rule keeps it"));
        return new Side(Optional.empty(), reason);
    }

    private static boolean overlap(String one, String other) {
        return one.contains(other) || other.contains(one);
    }
}
