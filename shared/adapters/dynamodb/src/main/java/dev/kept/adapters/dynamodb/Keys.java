package dev.kept.adapters.dynamodb;

import dev.kept.domain.id.MemoryId;
import dev.kept.domain.id.OperationId;
import dev.kept.domain.id.Owner;
import dev.kept.domain.id.ProjectId;
import dev.kept.domain.id.SessionId;
import dev.kept.domain.id.TurnId;
import dev.kept.domain.search.Kind;
import dev.kept.domain.session.Turn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How keys are made. Parts are joined by `#`, which no id may hold; only the client's own id of
/// a turn may, and it stands last.
final class Keys {
    static final String SESSION = "SESSION#";
    static final String TURN = "TURN#";
    static final String MEMORY = "MEMORY#";
    static final String OPERATION = "OPERATION#";
    static final String TOMBSTONE = "TOMBSTONE#";
    static final String PROFILE = "PROFILE";
    static final String USERS = "USERS";
    static final String API_KEY = "KEY#";
    static final String MIGRATIONS = "MIGRATIONS";
    /// Sparse indexes over all owners are spread, because one partition takes 1,000 writes a
    /// second.
    private static final int SHARDS = 8;

    private Keys() {}

    static String session(SessionId id) {
        return SESSION + id;
    }

    static String turn(SessionId session, Optional<String> clientId, TurnId id) {
        return TURN + session + "#" + clientId.map(client -> "C:" + client).orElse("T:" + id);
    }

    static String turn(Turn turn) {
        return turn(turn.sessionId(), turn.utterance().clientId(), turn.id());
    }

    static String clientTurn(SessionId session, String clientId) {
        return TURN + session + "#C:" + clientId;
    }

    static String link(SessionId from, SessionId to) {
        return links(from) + to;
    }

    static String links(SessionId session) {
        return "LINK#" + session + "#";
    }

    static String run(SessionId session, TurnId to) {
        return runs(session) + to;
    }

    static String runs(SessionId session) {
        return "RUN#" + session + "#";
    }

    static String operation(OperationId id) {
        return OPERATION + id;
    }

    static String memory(MemoryId id) {
        return MEMORY + id;
    }

    static String history(MemoryId id, long version) {
        return histories(id) + "%010d".formatted(version);
    }

    static String histories(MemoryId id) {
        return "HISTORY#" + id + "#";
    }

    static String tombstone(Kind kind, String id) {
        return TOMBSTONE + (kind == Kind.TURN ? "turn#" : "memory#") + id;
    }

    /// Turn ids sort in the order of acceptance.
    static String sessionOrder(SessionId session, TurnId turn) {
        return session + "#" + turn;
    }

    /// Where the turns of a session start in its order: all our turn ids start like this.
    static String turnsInOrder(SessionId session) {
        return session + "#t_";
    }

    /// Operations stand in the order of their session as well, so that they are found when it is
    /// deleted.
    static String sessionOrder(SessionId session, OperationId operation) {
        return session + "#" + OPERATION + operation;
    }

    static String sessionsOf(Owner owner, Optional<ProjectId> project) {
        return owner.key() + "#SESSIONS" + project.map(id -> "#" + id).orElse("");
    }

    static String turnsOf(Owner owner, Optional<ProjectId> project) {
        return owner.key() + "#TURNS" + project.map(id -> "#" + id).orElse("");
    }

    static String memoriesOf(Owner owner, ProjectId project) {
        return owner.key() + "#" + project;
    }

    static String memoriesOf(Owner owner, SessionId session) {
        return owner.key() + "#" + session;
    }

    static String timeSort(Instant at, Object id) {
        return Times.format(at) + "#" + id;
    }

    static String openShard(Owner owner, SessionId session) {
        return shard("OPEN#", owner.key() + session);
    }

    static String behindShard(Owner owner, SessionId session) {
        return shard("BEHIND#", owner.key() + session);
    }

    static String unindexedShard(Owner owner, String id) {
        return shard("UNINDEXED#", owner.key() + id);
    }

    static List<String> shards(String prefix) {
        List<String> shards = new ArrayList<>();
        for (int i = 0; i < SHARDS; i++) {
            shards.add(prefix + i);
        }
        return shards;
    }

    private static String shard(String prefix, String of) {
        return prefix + Math.floorMod(of.hashCode(), SHARDS);
    }
}
