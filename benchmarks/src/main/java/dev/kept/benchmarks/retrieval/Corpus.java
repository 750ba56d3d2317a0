package dev.kept.benchmarks.retrieval;

import dev.kept.adapters.opennlp.OpenNlpLinguistics;
import dev.kept.application.context.DropWarmContexts;
import dev.kept.application.embedding.Embeddings;
import dev.kept.application.extraction.ExtractSession;
import dev.kept.application.extraction.ExtractionStores;
import dev.kept.application.extraction.consolidation.Nearness;
import dev.kept.application.extraction.pipeline.ExtractionPipeline;
import dev.kept.application.indexing.RebuildIndex;
import dev.kept.application.redaction.Redactor;
import dev.kept.benchmarks.retrieval.NeutralConversation.Said;
import dev.kept.benchmarks.retrieval.NeutralConversation.Sitting;
import dev.kept.domain.id.Owner;
import dev.kept.domain.id.ProjectId;
import dev.kept.domain.id.UserId;
import dev.kept.domain.search.EmbeddingModel;
import dev.kept.domain.search.SearchIndex;
import dev.kept.domain.search.SearchRecord;
import dev.kept.domain.search.SearchSource;
import dev.kept.domain.session.AppendedTurns;
import dev.kept.domain.session.Role;
import dev.kept.domain.session.Session;
import dev.kept.domain.session.SessionRef;
import dev.kept.domain.session.Utterance;
import dev.kept.testkit.FakeEmbeddingCache;
import dev.kept.testkit.FakeEmbeddingModels;
import dev.kept.testkit.FakeParagraphLog;
import dev.kept.testkit.Fixtures;
import dev.kept.testkit.Stores;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Conversations as the product keeps them, in memory: redacted, extracted, embedded and indexed. One user has them
/// all, each in a project of its own, as in a measurement through HTTP.
public final class Corpus {
    private static final Owner OWNER = Owner.of(new UserId("bench"));
    private static final int BATCH = 50;

    private final Embeddings embeddings;
    private final Clock clock = Clock.systemUTC();
    private final Stores stores = Stores.fake(clock);
    private final SearchIndex index = new LuceneIndex();
    private final Redactor redactor = Redactor.standard();
    private final TurnNames names = new TurnNames();
    private final ExtractSession extract;

    private Corpus(EmbeddingModel model) {
        this.embeddings = new Embeddings(model, new FakeEmbeddingCache());
        this.extract = new ExtractSession(
                new ExtractionStores(
                        stores.sessions(),
                        stores.turns(),
                        stores.memories(),
                        stores.forgotten(),
                        stores.projectSettings(),
                        stores.ledger(),
                        new FakeParagraphLog(clock)),
                new ExtractionPipeline(redactor, new OpenNlpLinguistics()),
                Nearness.among(List.of(FakeEmbeddingModels.of(model))),
                clock);
    }

    /// Takes in all of them; with vectors that are kept, some 300 turns a second.
    public static Corpus of(List<NeutralConversation> conversations, EmbeddingModel model) {
        Corpus corpus = new Corpus(model);
        conversations.forEach(corpus::add);
        corpus.indexAll();
        return corpus;
    }

    public Owner owner() {
        return OWNER;
    }

    public ProjectId project(NeutralConversation conversation) {
        return new ProjectId(conversation.id());
    }

    public SearchIndex index() {
        return index;
    }

    public SearchSource source() {
        return stores.source();
    }

    public Stores stores() {
        return stores;
    }

    public Embeddings embeddings() {
        return embeddings;
    }

    public Clock clock() {
        return clock;
    }

    /// The turns that a record rests on, by their ids in the conversation.
    public List<String> turns(NeutralConversation conversation, SearchRecord item) {
        return names.of(
                conversation.id(),
                item.sourceTurnIds().stream().map(id -> id.value()).toList());
    }

    private void add(NeutralConversation conversation) {
        String user = conversation.turns().findFirst().map(Said::speaker).orElse("");
        for (Sitting sitting : conversation.sessions()) {
            Session session = Fixtures.aSession(
                    OWNER,
                    conversation.id() + "-" + sitting.id(),
                    Optional.of(project(conversation)),
                    sitting.startedAt());
            stores.sessions().create(session);
            for (int i = 0; i < sitting.turns().size(); i += BATCH) {
                List<Said> some =
                        sitting.turns().subList(i, Math.min(sitting.turns().size(), i + BATCH));
                List<Utterance> said = some.stream()
                        .map(turn -> utterance(turn, sitting, user))
                        .toList();
                name(conversation, some, stores.turns().append(OWNER, session.id(), said, clock.instant()));
            }
            extract.extract(new SessionRef(OWNER, session.id()));
        }
    }

    private Utterance utterance(Said said, Sitting sitting, String user) {
        return new Utterance(
                Optional.of(said.id()),
                said.speaker().equals(user) ? Role.USER : Role.ASSISTANT,
                Optional.of(said.speaker()),
                redactor.redact(said.text()).text(),
                sitting.startedAt(),
                true,
                Map.of());
    }

    private void name(NeutralConversation conversation, List<Said> some, AppendedTurns appended) {
        for (int i = 0; i < some.size(); i++) {
            names.add(
                    conversation.id(),
                    appended.turns().get(i).turnId().value(),
                    some.get(i).id());
        }
    }

    private void indexAll() {
        RebuildIndex rebuild =
                new RebuildIndex(stores.source(), index, embeddings, new DropWarmContexts(stores.contexts(), clock));
        Optional<String> cursor = Optional.empty();
        do {
            cursor = rebuild.rebuild(cursor).next();
        } while (cursor.isPresent());
    }
}
