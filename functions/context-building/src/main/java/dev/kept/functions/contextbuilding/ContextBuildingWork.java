package dev.kept.functions.contextbuilding;

import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import dev.kept.application.cache.Copies;
import dev.kept.application.context.BuildContext;
import dev.kept.application.context.PrepareWarmContext;
import dev.kept.application.context.Recall;
import dev.kept.application.embedding.Embeddings;
import dev.kept.application.redaction.Redactor;
import dev.kept.application.search.Search;
import dev.kept.domain.cache.Cache;
import dev.kept.domain.context.ContextStore;
import dev.kept.domain.context.MemoryShelf;
import dev.kept.domain.context.Summarizer;
import dev.kept.domain.context.TemplateStore;
import dev.kept.domain.context.TokenCounter;
import dev.kept.domain.id.Owner;
import dev.kept.domain.id.ProjectId;
import dev.kept.domain.search.EmbeddingCache;
import dev.kept.domain.search.EmbeddingModels;
import dev.kept.domain.search.Reranker;
import dev.kept.domain.search.SearchIndex;
import dev.kept.domain.search.SearchSource;
import dev.kept.domain.session.SessionStore;
import dev.kept.domain.telemetry.Metrics;
import dev.kept.domain.work.ContextQueue.WarmContextKey;
import dev.kept.runtime.json.Json;
import dev.kept.runtime.telemetry.Telemetry;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/// Prepares the context that a message names.
@Singleton
final class ContextBuildingWork {
    private final PrepareWarmContext prepare;

    ContextBuildingWork(
            SessionStore sessions,
            ContextStore contexts,
            SearchIndex index,
            SearchSource source,
            MemoryShelf shelf,
            TemplateStore templates,
            List<EmbeddingModels> models,
            EmbeddingCache stored,
            Cache cache,
            Optional<Reranker> reranker,
            TokenCounter counter,
            Optional<Summarizer> summarizer,
            Metrics metrics,
            @Value("${kept.redact.personal:none}") String redactPersonal) {
        Clock clock = Clock.systemUTC();
        Redactor redactor = Redactor.forPolicy(redactPersonal);
        Embeddings embeddings = new Embeddings(models, stored, index, clock).sharing(cache);
        Search search = new Search(index, source, embeddings, reranker, redactor, clock).measuredBy(metrics);
        Recall recall = new Recall(search, source, shelf, sessions);
        Copies copies = new Copies(cache, source, contexts, metrics);
        BuildContext build = new BuildContext(recall, templates, counter, clock)
                .measuredBy(metrics)
                .copying(copies);
        this.prepare = new PrepareWarmContext(summarizer.map(build::summarizing).orElse(build), contexts, copies);
    }

    void handle(SQSMessage message) {
        Work work = Json.read(message.getBody(), Work.class);
        Owner owner = Owner.parse(work.owner());
        Telemetry.workFor(owner);
        prepare.prepare(new WarmContextKey(owner, work.projectId().map(ProjectId::new)));
    }

    record Work(int version, String owner, Optional<String> projectId) {}
}
