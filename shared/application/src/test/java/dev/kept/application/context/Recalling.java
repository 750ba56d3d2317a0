package dev.kept.application.context;

import dev.kept.application.embedding.Embeddings;
import dev.kept.application.redaction.Redactor;
import dev.kept.application.search.Search;
import dev.kept.domain.context.Context;
import dev.kept.domain.context.ContextBudget;
import dev.kept.domain.context.ContextRequest;
import dev.kept.domain.error.DependencyUnavailable;
import dev.kept.domain.id.ProjectId;
import dev.kept.domain.id.SessionId;
import dev.kept.domain.memory.Memory;
import dev.kept.domain.memory.MemoryType;
import dev.kept.domain.search.IndexedModels;
import dev.kept.domain.search.SearchIndex;
import dev.kept.domain.session.Role;
import dev.kept.domain.session.Session;
import dev.kept.domain.session.Utterance;
import dev.kept.testkit.FakeContextStore;
import dev.kept.testkit.FakeDatabase;
import dev.kept.testkit.FakeEmbeddingCache;
import dev.kept.testkit.FakeEmbeddingModel;
import dev.kept.testkit.FakeMemoryShelf;
import dev.kept.testkit.FakeMemoryStore;
import dev.kept.testkit.FakeSearchSource;
import dev.kept.testkit.FakeSessionStore;
import dev.kept.testkit.FakeTemplateStore;
import dev.kept.testkit.FakeTokenCounter;
import dev.kept.testkit.FakeTurnStore;
import dev.kept.testkit.Fixtures;
import dev.kept.testkit.MutableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/// Ada's records, and the use cases over them. There is no index, so search scores in process.
abstract class Recalling {
    protected static final ProjectId SHOP = new ProjectId("shop");

    protected final MutableClock clock = MutableClock.atNoon();
    protected final FakeDatabase database = new FakeDatabase(clock);
    protected final FakeSessionStore sessions = new FakeSessionStore(database);
    protected final FakeTurnStore turns = new FakeTurnStore(database);
    protected final FakeMemoryStore memories = new FakeMemoryStore(database);
    protected final FakeSearchSource source = new FakeSearchSource(database);
    protected final FakeContextStore contexts = new FakeContextStore(clock);
    protected final Search search = new Search(
            new NoIndex(), source, new Embeddings(new FakeEmbeddingModel(), new FakeEmbeddingCache()), clock);
    protected final FakeTemplateStore templates = new FakeTemplateStore();
    protected final BuildContext build = new BuildContext(
            new Recall(search, source, new FakeMemoryShelf(database), sessions),
            templates,
            new FakeTokenCounter(),
            clock);
    protected final CreateContext create = new CreateContext(build, contexts, sessions, Redactor.standard());

    protected Session session(String id, ProjectId project) {
        Session session =
                Fixtures.aSession(Fixtures.ADA, id, Optional.of(project), clock.advance(Duration.ofMinutes(1)));
        sessions.create(session);
        return session;
    }

    protected void say(String session, Role role, String content) {
        Instant now = clock.advance(Duration.ofMinutes(1));
        Utterance said = new Utterance(Optional.empty(), role, Optional.empty(), content, now, true, Map.of());
        turns.append(Fixtures.ADA, new SessionId(session), List.of(said), now);
    }

    protected Memory keep(String id, MemoryType type, String content, double importance) {
        return keep(id, type, content, importance, false, Optional.of(SHOP));
    }

    protected Memory keep(
            String id,
            MemoryType type,
            String content,
            double importance,
            boolean pinned,
            Optional<ProjectId> project) {
        Memory blank = Fixtures.aMemory(
                Fixtures.ADA, id, type, content, project, Optional.empty(), clock.advance(Duration.ofMinutes(1)));
        Memory.Statement statement = new Memory.Statement(
                type, content, "", importance, 0.9, List.of(), new TreeSet<>(), pinned, new TreeSet<>(), Map.of());
        return memories.create(blank.with(statement, clock.instant()), Fixtures.CREATED);
    }

    protected ContextRequest resuming(int tokensMax) {
        return new ContextRequest(
                Fixtures.ADA, Optional.empty(), Optional.of(SHOP), Optional.empty(), new ContextBudget(tokensMax));
    }

    protected ContextRequest asking(String query, int tokensMax) {
        return new ContextRequest(
                Fixtures.ADA, Optional.empty(), Optional.of(SHOP), Optional.of(query), new ContextBudget(tokensMax));
    }

    protected static ContextRequest inSession(ContextRequest request, String session) {
        return new ContextRequest(
                request.owner(),
                Optional.of(new SessionId(session)),
                request.projectId(),
                request.query(),
                request.budget());
    }

    protected static List<String> sections(Context context) {
        return context.sections().stream().map(Context.Section::name).toList();
    }

    protected static List<String> items(Context context, String section) {
        return context.sections().stream()
                .filter(candidate -> candidate.name().equals(section))
                .flatMap(candidate -> candidate.items().stream())
                .map(Context.Item::id)
                .toList();
    }

    private static final class NoIndex implements SearchIndex {
        @Override
        public Candidates find(IndexQuery query) {
            throw new DependencyUnavailable("opensearch", new IllegalStateException("stopped"));
        }

        @Override
        public List<IndexChange> apply(String model, List<IndexChange> changes) {
            return changes;
        }

        @Override
        public IndexedModels models() {
            return IndexedModels.NONE;
        }

        @Override
        public void create(String model) {}

        @Override
        public void use(String model) {}

        @Override
        public void drop(String model) {}

        @Override
        public boolean isReady() {
            return false;
        }
    }
}
