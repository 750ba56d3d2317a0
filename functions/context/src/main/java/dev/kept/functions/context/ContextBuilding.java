package dev.kept.functions.context;

import dev.kept.application.cache.Copies;
import dev.kept.application.context.BuildContext;
import dev.kept.application.context.Recall;
import dev.kept.application.embedding.Embeddings;
import dev.kept.application.redaction.Redactor;
import dev.kept.application.search.RememberedMemories;
import dev.kept.application.search.Search;
import dev.kept.domain.cache.Cache;
import dev.kept.domain.context.ContextStore;
import dev.kept.domain.context.MemoryShelf;
import dev.kept.domain.context.TemplateStore;
import dev.kept.domain.context.TokenCounter;
import dev.kept.domain.search.EmbeddingCache;
import dev.kept.domain.search.EmbeddingModels;
import dev.kept.domain.search.Reranker;
import dev.kept.domain.search.SearchIndex;
import dev.kept.domain.search.SearchSource;
import dev.kept.domain.session.SessionStore;
import dev.kept.domain.telemetry.Metrics;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/// Puts together what builds contexts.
@Factory
final class ContextBuilding {
    private final Clock clock = Clock.systemUTC();

    @Singleton
    Redactor redactor(@Value("${kept.redact.personal:none}") String redactPersonal) {
        return Redactor.forPolicy(redactPersonal);
    }

    @Singleton
    Search search(
            SearchIndex index,
            SearchSource source,
            ContextStore contexts,
            List<EmbeddingModels> models,
            EmbeddingCache stored,
            Cache cache,
            Optional<Reranker> reranker,
            Redactor redactor,
            Metrics metrics) {
        Embeddings embeddings = new Embeddings(models, stored, index, clock).sharing(cache);
        SearchSource remembering = new RememberedMemories(source, contexts);
        return new Search(index, remembering, embeddings, reranker, redactor, clock).measuredBy(metrics);
    }

    @Singleton
    Recall recall(Search search, SearchSource source, MemoryShelf shelf, SessionStore sessions) {
        return new Recall(search, source, shelf, sessions);
    }

    @Singleton
    Copies copies(Cache cache, SearchSource source, ContextStore contexts, Metrics metrics) {
        return new Copies(cache, source, contexts, metrics);
    }

    @Singleton
    BuildContext buildContext(
            Recall recall, TemplateStore templates, TokenCounter counter, Copies copies, Metrics metrics) {
        return new BuildContext(recall, templates, counter, clock)
                .measuredBy(metrics)
                .copying(copies);
    }
}
