package dev.kept.application.extraction.consolidation;

import dev.kept.application.extraction.found.Candidate;
import dev.kept.domain.id.Owner;
import dev.kept.domain.id.TurnId;
import dev.kept.domain.memory.Forgotten;
import dev.kept.domain.memory.StatementSketch;
import dev.kept.domain.session.Turn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Knows what the owner wants to stay forgotten when it is met again in what was said before.
public final class Unwanted {
    /// The same said again: another case, other punctuation, another small word.
    public static final double SAME = 0.7;
    /// Of the very turn that was forgotten; another release of ours may word what it says
    /// differently. Two statements of one turn that differ in two of six words ("staging ... on
    /// alpha", "production ... on beta") are .5 alike.
    public static final double SAME_OF_ONE_TURN = 0.6;

    private final List<Forgotten> forgotten;

    /// @param forgotten what the owner let be forgotten, as sketches
    public Unwanted(List<Forgotten> forgotten) {
        this.forgotten = new ArrayList<>(forgotten);
    }

    /// Nothing is unwanted.
    static Unwanted none() {
        return new Unwanted(List.of());
    }

    void add(Forgotten more) {
        forgotten.add(more);
    }

    /// Whether that turn took something back already, when it was read before.
    boolean wasTakenBackIn(TurnId turn) {
        return forgotten.stream().anyMatch(one -> one.retractedIn().equals(Optional.of(turn)));
    }

    boolean covers(Candidate candidate, Turn trigger) {
        if (forgotten.isEmpty()) {
            return false;
        }
        StatementSketch sketch = StatementSketches.of(trigger.owner(), candidate.content());
        return forgotten.stream().anyMatch(one -> one.reaches(trigger) && isMeant(one, sketch, candidate));
    }

    private static boolean isMeant(Forgotten one, StatementSketch sketch, Candidate candidate) {
        double least = candidate.sourceTurnIds().stream().anyMatch(one::restedOn) ? SAME_OF_ONE_TURN : SAME;
        return one.likeness(sketch) >= least;
    }

    /// Whether two texts say the same, told in the same way.
    public static boolean isSame(Owner owner, String one, String other, double least) {
        return StatementSketches.of(owner, one).likeness(StatementSketches.of(owner, other)) >= least;
    }
}
