package dev.kept.testkit;

import dev.kept.domain.extraction.ExtractionCommit;
import dev.kept.domain.extraction.ExtractionLedger;
import dev.kept.domain.memory.MemoryVersion;
import dev.kept.domain.memory.MemoryWrite;
import dev.kept.domain.session.ExtractionProgress;
import dev.kept.domain.session.Session;
import dev.kept.domain.session.SessionRef;
import java.util.List;
import java.util.Optional;

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
            if (!row.session.extraction().cursor().equals(commit.run().from())
                    || !commit.writes().stream().allMatch(this::isCurrent)) {
                return Outcome.OVERTAKEN;
            }
            commit.writes().forEach(this::write);
            row.runs.add(commit.run());
            progress(row, new ExtractionProgress(Optional.of(commit.run().to()), Optional.empty()));
            if (row.session.isExtracted()) {
                row.behindSince = Optional.empty();
            }
            return Outcome.COMMITTED;
        }
    }

    @Override
    public void fail(SessionRef session, String reason) {
        synchronized (database) {
            FakeDatabase.SessionRow row = database.sessions.get(session);
            if (row != null && !row.session.isExtracted()) {
                progress(row, new ExtractionProgress(row.session.extraction().cursor(), Optional.of(reason)));
                row.behindSince = Optional.of(database.clock.instant());
            }
        }
    }

    private boolean isCurrent(MemoryWrite write) {
        List<MemoryVersion> versions = database.memories.get(new FakeDatabase.MemoryRef(
                write.memory().owner(), write.memory().id()));
        return switch (write) {
            case MemoryWrite.Create _ -> versions == null;
            case MemoryWrite.Update update ->
                versions != null
                        && versions.getLast().memory().version()
                                == update.memory().version();
        };
    }

    private void write(MemoryWrite write) {
        switch (write) {
            case MemoryWrite.Create create -> memories.create(create.memory(), create.change());
            case MemoryWrite.Update update -> memories.update(update.memory(), update.change());
        }
    }

    private static void progress(FakeDatabase.SessionRow row, ExtractionProgress progress) {
        Session session = row.session;
        row.session = new Session(
                session.owner(), session.id(), session.details(), session.activity(), progress, session.version());
    }
}
