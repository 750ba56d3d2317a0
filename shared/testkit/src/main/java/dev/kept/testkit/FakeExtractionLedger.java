package dev.kept.testkit;

import dev.kept.domain.error.NotFound;
import dev.kept.domain.extraction.ExtractionCommit;
import dev.kept.domain.extraction.ExtractionLedger;
import dev.kept.domain.extraction.RereadingCommit;
import dev.kept.domain.id.MemoryId;
import dev.kept.domain.id.OperationId;
import dev.kept.domain.memory.Memory;
import dev.kept.domain.memory.MemoryWrite;
import dev.kept.domain.operation.Operation;
import dev.kept.domain.session.ExtractionProgress;
import dev.kept.domain.session.Rereading;
import dev.kept.domain.session.Session;
import dev.kept.domain.session.SessionRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Moves cursors in memory.
public final class FakeExtractionLedger implements ExtractionLedger {
    private final FakeDatabase database;
    private final FakeMemoryStore memories;

    public FakeExtractionLedger(FakeDatabase database) {
        this.database = database;
        this.memories = new FakeMemoryStore(database);
    }

    @Override
    public Outcome commit(ExtractionCommit commit) {
        synchronized (database) {
            FakeDatabase.SessionRow row = database.sessions.get(commit.session());
            if (row == null) {
                return Outcome.SESSION_GONE;
            }
            ExtractionProgress before = row.session.extraction();
            if (!before.cursor().equals(commit.run().from())
                    || !commit.writes().stream().allMatch(this::isCurrent)) {
                return Outcome.OVERTAKEN;
            }
            commit.writes().forEach(memories::write);
            row.runs.add(commit.run());
            progress(row, new ExtractionProgress(Optional.of(commit.run().to()), Optional.empty(), before.rereading()));
            return Outcome.COMMITTED;
        }
    }

    @Override
    public OperationId startRereading(Operation operation) {
        synchronized (database) {
            FakeDatabase.SessionRow row =
                    database.sessions.get(new SessionRef(operation.owner(), operation.sessionId()));
            if (row == null) {
                throw new NotFound("session", operation.sessionId().value());
            }
            ExtractionProgress before = row.session.extraction();
            if (before.rereading().isPresent()) {
                return before.rereading().get().operation();
            }
            database.operations.put(new FakeDatabase.OperationRef(operation.owner(), operation.id()), operation);
            operation.upTo().ifPresent(upTo -> {
                Rereading again = new Rereading(operation.id(), 0, Optional.empty(), upTo, Optional.empty());
                row.behindSince = row.behindSince.or(() -> Optional.of(operation.createdAt()));
                progress(row, new ExtractionProgress(before.cursor(), before.failure(), Optional.of(again)));
            });
            return operation.id();
        }
    }

    @Override
    public Outcome commit(RereadingCommit commit) {
        synchronized (database) {
            FakeDatabase.SessionRow row = database.sessions.get(commit.session());
            if (row == null) {
                return Outcome.SESSION_GONE;
            }
            ExtractionProgress progress = row.session.extraction();
            if (!progress.rereading().filter(now -> isAt(commit.before(), now)).isPresent()
                    || !commit.writes().stream().allMatch(this::isCurrent)) {
                return Outcome.OVERTAKEN;
            }
            commit.writes().forEach(memories::write);
            row.steps
                    .computeIfAbsent(commit.before().operation(), _ -> new ArrayList<>())
                    .add(commit);
            progress(row, new ExtractionProgress(progress.cursor(), progress.failure(), next(commit)));
            return Outcome.COMMITTED;
        }
    }

    private static boolean isAt(Rereading before, Rereading now) {
        return now.operation().equals(before.operation()) && now.steps() == before.steps();
    }

    private static Optional<Rereading> next(RereadingCommit commit) {
        Rereading before = commit.before();
        return commit.last()
                ? Optional.empty()
                : Optional.of(new Rereading(
                        before.operation(), before.steps() + 1, commit.cursor(), before.upTo(), Optional.empty()));
    }

    @Override
    public Set<MemoryId> foundAgain(SessionRef session, OperationId operation) {
        synchronized (database) {
            return Optional.ofNullable(database.sessions.get(session)).stream()
                    .flatMap(row -> row.steps.getOrDefault(operation, List.of()).stream())
                    .flatMap(step -> step.found().stream())
                    .collect(Collectors.toUnmodifiableSet());
        }
    }

    @Override
    public void fail(SessionRef session, String reason) {
        synchronized (database) {
            FakeDatabase.SessionRow row = database.sessions.get(session);
            if (row != null && !row.session.isExtracted()) {
                ExtractionProgress before = row.session.extraction();
                progress(row, new ExtractionProgress(before.cursor(), Optional.of(reason), before.rereading()));
                row.behindSince = Optional.of(database.clock.instant());
            }
        }
    }

    @Override
    public void failRereading(SessionRef session, String reason) {
        synchronized (database) {
            Optional.ofNullable(database.sessions.get(session))
                    .ifPresent(row -> row.session.extraction().rereading().ifPresent(again -> {
                        failRereading(row, again, reason);
                        row.behindSince = Optional.of(database.clock.instant());
                    }));
        }
    }

    private static void failRereading(FakeDatabase.SessionRow row, Rereading again, String reason) {
        Rereading failed =
                new Rereading(again.operation(), again.steps(), again.cursor(), again.upTo(), Optional.of(reason));
        ExtractionProgress before = row.session.extraction();
        progress(row, new ExtractionProgress(before.cursor(), before.failure(), Optional.of(failed)));
    }

    private boolean isCurrent(MemoryWrite write) {
        Optional<Memory> current =
                memories.find(write.memory().owner(), write.memory().id());
        return switch (write) {
            case MemoryWrite.Create _ -> current.isEmpty();
            case MemoryWrite.Withhold _ -> true;
            case MemoryWrite.Update _, MemoryWrite.SetAside _, MemoryWrite.Remove _, MemoryWrite.Forget _ ->
                current.filter(memory -> memory.version() == write.memory().version())
                        .isPresent();
        };
    }

    /// What has nothing left to be read is no longer behind.
    static void progress(FakeDatabase.SessionRow row, ExtractionProgress progress) {
        Session session = row.session;
        row.session = new Session(
                session.owner(), session.id(), session.details(), session.activity(), progress, session.version());
        if (row.session.isExtracted() && progress.rereading().isEmpty()) {
            row.behindSince = Optional.empty();
        }
    }
}
