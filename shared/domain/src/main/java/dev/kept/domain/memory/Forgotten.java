package dev.kept.domain.memory;

import dev.kept.domain.id.MemoryId;
import dev.kept.domain.id.Owner;
import dev.kept.domain.id.ProjectId;
import dev.kept.domain.id.TurnId;
import dev.kept.domain.session.Turn;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What stays of a statement that its owner does not want to be remembered: enough to know it when it is met again in
/// what was said before, and none of its text.
///
/// It holds for what was said up to the moment of forgetting. Whoever says the same again later wants it kept.
///
/// @param memoryId the memory that said it
/// @param projectId where it was forgotten; empty: everywhere
/// @param sketches of all that the memory ever said, the newest first
/// @param sourceTurnIds the turns that the memory rested on
/// @param at when it was forgotten
/// @param retractedIn the turn in which the user took it back; empty when it was forgotten by hand
public record Forgotten(
        Owner owner,
        MemoryId memoryId,
        Optional<ProjectId> projectId,
        List<StatementSketch> sketches,
        List<TurnId> sourceTurnIds,
        Instant at,
        Optional<TurnId> retractedIn) {
    /// A memory that was edited more often said little else.
    public static final int SKETCHES_MAX = 10;

    public Forgotten {
        sketches = List.copyOf(sketches);
        sourceTurnIds = List.copyOf(sourceTurnIds);
    }

    /// Whether it holds for what is said in a turn. By hand, a turn counts as said before when it was
    /// said or accepted before: an old turn may arrive late, and a client's clock may be ahead. In a
    /// conversation the order of the turns tells.
    public boolean reaches(Turn turn) {
        boolean saidBefore = turn.utterance().occurredAt().isBefore(at);
        return retractedIn
                .map(retraction -> turn.id().compareTo(retraction) <= 0 || saidBefore)
                .orElseGet(() -> saidBefore
                        || turn.utterance().occurredAt().equals(at)
                        || !turn.receivedAt().isAfter(at));
    }

    /// How like it is to a statement, 0 to 1.
    public double likeness(StatementSketch statement) {
        return sketches.stream()
                .mapToDouble(sketch -> sketch.likeness(statement))
                .max()
                .orElse(0);
    }

    public boolean restedOn(TurnId turn) {
        return sourceTurnIds.contains(turn);
    }
}
