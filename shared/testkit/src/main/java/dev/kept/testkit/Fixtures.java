package dev.kept.testkit;

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
import java.util.TreeSet;

/// Sessions, turns and memories as tests speak of them.
public final class Fixtures {
    public static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    public static final Owner ADA = Owner.of(new UserId("ada"));
    public static final Owner GRACE = Owner.of(new UserId("grace"));
    public static final ProjectId KEPT = new ProjectId("kept");
    public static final Change CREATED = new Change("ada", "created");
    public static final Change EDITED = new Change("ada", "edited");

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
}
