package dev.kept.adapters.dynamodb;

import dev.kept.domain.extraction.ParagraphHash;
import dev.kept.domain.id.DocumentId;
import dev.kept.domain.id.EditionId;
import dev.kept.domain.id.MemoryId;
import dev.kept.domain.id.OperationId;
import dev.kept.domain.id.Owner;
import dev.kept.domain.id.ProjectId;
import dev.kept.domain.id.SessionId;
import dev.kept.domain.id.TurnId;
import dev.kept.domain.rules.RuleScope;
import dev.kept.domain.search.Kind;
import dev.kept.domain.session.Turn;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// How keys are made. Parts are joined by `#`, which no id may hold; only the client's own id of
/// a turn may, and it stands last.
final class Keys {
    static final String SESSION = "SESSION#";
    static final String TURN = "TURN#";
    static final String MEMORY = "MEMORY#";
    static final String DOCUMENT = "DOCUMENT#";
    static final String CHUNK = "CHUNK#";
    static final String WRITING = "WRITING#";
    static final String OPERATION = "OPERATION#";
    static final String TOMBSTONE = "TOMBSTONE#";
    static final String FORGOTTEN = "FORGOTTEN#";
    static final String EMBEDDING = "EMBEDDING#";
    static final String PARAGRAPH = "PARAGRAPH#";
    static final String PROFILE = "PROFILE";
    static final String USERS = "USERS";
    static final String API_KEY = "KEY#";
    static final String MIGRATIONS = "MIGRATIONS";
    static final String EMBEDDINGS = "EMBEDDINGS";
    static final String REDACTION = "REDACTION";
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

    /// One step of a rereading, by its number.
    static String step(SessionId session, OperationId operation, int number) {
        return steps(session, operation) + "%06d".formatted(number);
    }

    static String steps(SessionId session, OperationId operation) {
        return steps(session) + operation + "#";
    }

    /// All steps of all rereadings of a session.
    static String steps(SessionId session) {
        return "STEP#" + session + "#";
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

    /// The current own rules; a project may have any name that is not empty.
    static String rules(RuleScope scope) {
        return "RULES#" + scope.projectId().map(ProjectId::value).orElse("");
    }

    static String ruleVersion(RuleScope scope, long version) {
        return ruleVersions(scope) + "%010d".formatted(version);
    }

    static String ruleVersions(RuleScope scope) {
        return rules(scope) + "#";
    }

    static String tombstone(Kind kind, String id) {
        return TOMBSTONE + kind.name().toLowerCase(Locale.ROOT) + "#" + id;
    }

    /// What was forgotten in a project; without one, everywhere. A name may be longer than a key, so its hash stands
    /// for it.
    static String forgotten(Optional<ProjectId> project) {
        return FORGOTTEN + hash(project, "") + "#";
    }

    static String forgotten(Optional<ProjectId> project, MemoryId id) {
        return forgotten(project) + id;
    }

    static String paragraph(ParagraphHash hash) {
        return PARAGRAPH + hash.value();
    }

    static String settings(ProjectId project) {
        return "SETTINGS#" + hash(Optional.of(project), "");
    }

    static String document(DocumentId id) {
        return DOCUMENT + id;
    }

    static String chunks(DocumentId id, EditionId edition) {
        return CHUNK + id + "#" + edition + "#";
    }

    static String chunk(DocumentId id, EditionId edition, int position) {
        return chunks(id, edition) + "%05d".formatted(position);
    }

    /// The whole content of an edition.
    static String text(DocumentId id, EditionId edition) {
        return "TEXT#" + id + "#" + edition;
    }

    static String writing(DocumentId id) {
        return WRITING + id;
    }

    /// Leads from a uri to its document. A uri may be longer than a key, so its hash stands for it.
    static String uri(Optional<ProjectId> project, String uri) {
        return "URI#" + hash(project, uri);
    }

    /// Leads from a content to its document.
    static String content(Optional<ProjectId> project, String contentHash) {
        return "CONTENT#" + hash(project, contentHash);
    }

    /// No project is `##`, because a project may have any name that holds no `#`.
    private static String hash(Optional<ProjectId> project, String text) {
        String whole = project.map(ProjectId::value).orElse("#") + "#" + text;
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(whole.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
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

    /// Not that of its memories: those of a project are listed without its documents.
    static String chunksOf(Owner owner, ProjectId project) {
        return owner.key() + "##" + project;
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

    static String writingShard(Owner owner, DocumentId id) {
        return shard(WRITING, owner.key() + id);
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
