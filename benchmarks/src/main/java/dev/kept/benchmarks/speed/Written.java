package dev.kept.benchmarks.speed;

import dev.kept.domain.id.ProjectId;
import dev.kept.domain.memory.MemoryType;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/// The texts of a user's records. Record `i` of user `u` is the same in every run, so its vector is made once.
/// Records alternate between turns, forty a session, and memories.
final class Written {
    static final int TURNS_A_SESSION = 40;
    private static final int PROJECTS = 5;
    private static final long SEED = 20_261_122;
    private static final Instant BEGIN = Instant.parse("2024-12-01T08:00:00Z");
    private static final long MINUTES_APART = 47;
    private static final long MINUTES = Duration.ofDays(700).toMinutes();

    private static final List<MemoryType> TYPES = List.copyOf(EnumSet.allOf(MemoryType.class));

    private final Grammar grammar;

    Written(Grammar grammar) {
        this.grammar = grammar;
    }

    /// @param memory the type of a memory; empty for a turn
    /// @param session number of the session of a turn, among those of its user
    record Text(String content, Optional<MemoryType> memory, int session, ProjectId project, Instant at) {}

    Text record(int user, int number) {
        Random random = new Random(SEED + 1_000_003L * user + number);
        int turn = number / 2;
        int session = turn / TURNS_A_SESSION;
        ProjectId project = project(session);
        Instant at = BEGIN.plus(Duration.ofMinutes(MINUTES_APART * number % MINUTES));
        if (number % 2 == 0) {
            return new Text(grammar.turn(random), Optional.empty(), session, project, at);
        }
        MemoryType type = TYPES.get(random.nextInt(TYPES.size()));
        return new Text(grammar.memory(type, random), Optional.of(type), session, project, at);
    }

    static ProjectId project(int number) {
        return new ProjectId("project-" + number % PROJECTS);
    }
}
