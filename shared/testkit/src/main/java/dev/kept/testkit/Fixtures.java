package dev.kept.testkit;

import dev.kept.domain.document.Chunk;
import dev.kept.domain.document.Document;
import dev.kept.domain.document.DocumentFormat;
import dev.kept.domain.id.DocumentId;
import dev.kept.domain.id.EditionId;
import dev.kept.domain.id.MemoryId;
import dev.kept.domain.id.Owner;
import dev.kept.domain.id.ProjectId;
import dev.kept.domain.id.SessionId;
import dev.kept.domain.id.UserId;
import dev.kept.domain.memory.Change;
import dev.kept.domain.memory.Memory;
import dev.kept.domain.memory.MemoryType;
import dev.kept.domain.memory.Origin;
import dev.kept.domain.memory.Trust;
import dev.kept.domain.session.Role;
import dev.kept.domain.session.Session;
import dev.kept.domain.session.Utterance;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/// Sessions, turns, memories and documents as tests speak of them.
public final class Fixtures {
    public static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    public static final Owner ADA = Owner.of(new UserId("ada"));
    public static final Owner GRACE = Owner.of(new UserId("grace"));
    public static final ProjectId KEPT = new ProjectId("kept");
    public static final Change CREATED = new Change("ada", "created");
    public static final Change EDITED = new Change("ada", "edited");

    private static final AtomicInteger EDITIONS = new AtomicInteger();

    private Fixtures() {}

    public static Session aSession(Owner owner, String id) {
        return aSession(owner, id, NOON);
    }

    public static Session aSession(Owner owner, String id, Instant startedAt) {
        return aSession(owner, id, Optional.empty(), startedAt);
    }

    public static Session aSessionIn(ProjectId project, Owner owner, String id) {
        return aSession(owner, id, Optional.of(project), NOON);
    }

    public static Session aSession(Owner owner, String id, Optional<ProjectId> project, Instant startedAt) {
        Session.Details details =
                new Session.Details(project, Optional.empty(), Optional.empty(), new TreeSet<>(), Map.of());
        return Session.started(owner, new SessionId(id), details, startedAt, startedAt);
    }

    public static Utterance userSaying(String content) {
        return saying(Role.USER, content);
    }

    public static Utterance assistantSaying(String content) {
        return saying(Role.ASSISTANT, content);
    }

    public static Utterance toolSaying(String content) {
        return saying(Role.TOOL, content);
    }

    public static Utterance saying(Role role, String content) {
        return new Utterance(Optional.empty(), role, Optional.empty(), content, NOON, true, Map.of());
    }

    /// A turn of the user with an id of the client.
    public static Utterance turn(String clientId, String content) {
        return new Utterance(Optional.of(clientId), Role.USER, Optional.empty(), content, NOON, true, Map.of());
    }

    /// Turns with the client ids `prefix-1` to `prefix-count`.
    public static List<Utterance> turns(String prefix, int count) {
        List<Utterance> turns = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            turns.add(turn(prefix + "-" + i, "turn " + i + " of " + prefix));
        }
        return turns;
    }

    public static Memory aFact(Owner owner, String id, String content) {
        return aMemory(owner, id, MemoryType.FACT, content);
    }

    public static Memory aMemory(Owner owner, String id, MemoryType type, String content) {
        return aMemory(owner, id, type, content, Optional.empty(), Optional.empty(), NOON);
    }

    public static Memory aFactIn(ProjectId project, Owner owner, String id, String content) {
        return aMemory(owner, id, MemoryType.FACT, content, Optional.of(project), Optional.empty(), NOON);
    }

    public static Memory aMemory(
            Owner owner,
            String id,
            MemoryType type,
            String content,
            Optional<ProjectId> project,
            Optional<SessionId> session,
            Instant at) {
        return new Memory(
                owner,
                new MemoryId(id),
                aStatement(type, content),
                new Memory.Provenance(Origin.STATED, Trust.USER, project, session, List.of(), List.of()),
                Memory.Validity.from(at),
                Memory.Usage.created(at),
                1);
    }

    public static Memory.Statement aStatement(MemoryType type, String content) {
        return new Memory.Statement(
                type, content, content, 0.5, 0.9, List.of(), new TreeSet<>(), false, new TreeSet<>(), Map.of());
    }

    /// The same memory with another content; its version is the one that was read.
    public static Memory reworded(Memory memory, String content, Instant now) {
        return memory.with(aStatement(memory.statement().type(), content), now);
    }

    public static Document aDocument(Owner owner, String id, String uri) {
        return aDocument(owner, id, uri, Optional.empty());
    }

    public static Document aDocumentIn(ProjectId project, Owner owner, String id, String uri) {
        return aDocument(owner, id, uri, Optional.of(project));
    }

    private static Document aDocument(Owner owner, String id, String uri, Optional<ProjectId> project) {
        Document.Description description = new Document.Description(
                "A guide",
                Optional.of(uri),
                project,
                DocumentFormat.TEXT,
                Optional.empty(),
                new TreeSet<>(Set.of("guide")),
                Map.of());
        return new Document(owner, new DocumentId(id), description, "", edition(id, 1), 0, NOON, NOON, 1);
    }

    public static Document nextEdition(Document document) {
        long version = document.version() + 1;
        return new Document(
                document.owner(),
                document.id(),
                document.description(),
                document.contentHash(),
                edition(document.id().value(), version),
                document.chunks(),
                document.createdAt(),
                document.updatedAt(),
                version);
    }

    public static Document moved(Document document, String uri) {
        return with(
                document, document.description().withUri(Optional.of(uri)), document.contentHash(), document.chunks());
    }

    /// A document whose content is these chunks.
    public static Document withChunks(Document document, String... chunks) {
        return with(
                document,
                document.description(),
                Integer.toHexString(List.of(chunks).hashCode()),
                chunks.length);
    }

    public static List<Chunk> chunks(String... contents) {
        return IntStream.range(0, contents.length)
                .mapToObj(position -> new Chunk(position, List.of("Setup"), contents[position]))
                .toList();
    }

    private static Document with(Document document, Document.Description description, String hash, int chunks) {
        return new Document(
                document.owner(),
                document.id(),
                description,
                hash,
                document.edition(),
                chunks,
                document.createdAt(),
                document.updatedAt(),
                document.version());
    }

    /// Never the same for two writes, even of the same version.
    private static EditionId edition(String id, long version) {
        return new EditionId("k_" + id + "_" + version + "_" + EDITIONS.incrementAndGet());
    }
}
