package dev.kept.benchmarks.extraction;

import dev.kept.adapters.opennlp.OpenNlpLinguistics;
import dev.kept.application.extraction.ExtractSession;
import dev.kept.application.extraction.ExtractionStores;
import dev.kept.application.extraction.consolidation.Nearness;
import dev.kept.application.extraction.pipeline.ExtractionPipeline;
import dev.kept.application.redaction.Redactor;
import dev.kept.domain.id.Owner;
import dev.kept.domain.id.ProjectId;
import dev.kept.domain.id.UserId;
import dev.kept.domain.memory.Memory;
import dev.kept.domain.memory.MemoryQuery;
import dev.kept.domain.memory.MemoryStatus;
import dev.kept.domain.page.PageRequest;
import dev.kept.domain.session.Session;
import dev.kept.domain.session.SessionRef;
import dev.kept.domain.session.Utterance;
import dev.kept.testkit.FakeDatabase;
import dev.kept.testkit.FakeExtractionLedger;
import dev.kept.testkit.FakeForgottenStatements;
import dev.kept.testkit.FakeMemoryStore;
import dev.kept.testkit.FakeParagraphLog;
import dev.kept.testkit.FakeProjectSettingsStore;
import dev.kept.testkit.FakeSessionStore;
import dev.kept.testkit.FakeTurnStore;
import dev.kept.testkit.Fixtures;
import dev.kept.testkit.MutableClock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Plays conversations through redaction and extraction as the product does, with its stores in memory.
final class Replay {
    private static final Owner OWNER = Owner.of(new UserId("gold"));

    private final Redactor redactor = Redactor.standard();
    private final ExtractionPipeline pipeline = new ExtractionPipeline(redactor, new OpenNlpLinguistics());
    private final Nearness nearness;

    Replay(Nearness nearness) {
        this.nearness = nearness;
    }

    /// What is kept of a conversation, oldest first, outdated memories included.
    ///
    /// @param batch how many turns are posted, and extracted, at a time
    List<Memory> memories(Conversation conversation, int batch) {
        MutableClock clock = new MutableClock(conversation.sessions().getFirst().startedAt());
        FakeDatabase database = new FakeDatabase(clock);
        FakeSessionStore sessions = new FakeSessionStore(database);
        FakeTurnStore turns = new FakeTurnStore(database);
        FakeMemoryStore memories = new FakeMemoryStore(database);
        ExtractionStores stores = new ExtractionStores(
                sessions,
                turns,
                memories,
                new FakeForgottenStatements(database),
                new FakeProjectSettingsStore(),
                new FakeExtractionLedger(database),
                new FakeParagraphLog(clock));
        ExtractSession extract = new ExtractSession(stores, pipeline, nearness, clock);
        for (Conversation.Sitting sitting : conversation.sessions()) {
            clock.set(sitting.startedAt());
            Session session = Fixtures.aSession(
                    OWNER, sitting.id(), Optional.of(new ProjectId(conversation.id())), sitting.startedAt());
            sessions.create(session);
            List<Utterance> said = sitting.turns().stream()
                    .map(turn ->
                            turn.withContent(redactor.redact(turn.content()).text()))
                    .toList();
            for (int i = 0; i < said.size(); i += batch) {
                List<Utterance> next = said.subList(i, Math.min(said.size(), i + batch));
                turns.append(OWNER, session.id(), next, clock.instant());
                extract.extract(new SessionRef(OWNER, session.id()));
            }
        }
        return all(memories);
    }

    private static List<Memory> all(FakeMemoryStore memories) {
        List<Memory> all = new ArrayList<>();
        for (MemoryStatus status : List.of(MemoryStatus.ACTIVE, MemoryStatus.SUPERSEDED)) {
            MemoryQuery query = MemoryQuery.of(status);
            all.addAll(memories.list(OWNER, query, PageRequest.first(PageRequest.LIMIT_MAX))
                    .items());
        }
        all.sort(Comparator.comparing(Memory::id));
        return all;
    }
}
