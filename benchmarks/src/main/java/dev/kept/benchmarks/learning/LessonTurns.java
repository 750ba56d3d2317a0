package dev.kept.benchmarks.learning;

import dev.kept.benchmarks.extraction.Conversation;
import dev.kept.domain.id.Owner;
import dev.kept.domain.id.SessionId;
import dev.kept.domain.id.TurnId;
import dev.kept.domain.id.UserId;
import dev.kept.domain.session.Role;
import dev.kept.domain.session.Turn;
import dev.kept.domain.session.Utterance;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The turns of labelled conversations, as extraction reads them.
final class LessonTurns {
    private LessonTurns() {}

    /// Those of each sitting.
    static List<List<Turn>> of(Conversation talk) {
        return talk.sessions().stream().map(LessonTurns::of).toList();
    }

    private static List<Turn> of(Conversation.Sitting sitting) {
        List<Turn> turns = new ArrayList<>();
        sitting.turns().forEach(said -> turns.add(turn(said, turns.size())));
        return turns;
    }

    static Turn turn(Role role, String content, int position) {
        return turn(
                new Utterance(Optional.empty(), role, Optional.empty(), content, Instant.EPOCH, true, Map.of()),
                position);
    }

    private static Turn turn(Utterance utterance, int position) {
        return new Turn(
                Owner.of(new UserId("lesson")),
                new SessionId("lesson"),
                Optional.empty(),
                new TurnId("t_%010d".formatted(position)),
                utterance,
                utterance.occurredAt());
    }
}
