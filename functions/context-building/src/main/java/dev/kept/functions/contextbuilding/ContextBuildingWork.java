package dev.kept.functions.contextbuilding;

import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import dev.kept.application.context.BuildContext;
import dev.kept.application.context.PrepareWarmContext;
import dev.kept.application.context.Recall;
import dev.kept.application.embedding.Embeddings;
import dev.kept.application.redaction.Redactor;
import dev.kept.application.search.Search;
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
import dev.kept.domain.work.ContextQueue.WarmContextKey;
import dev.kept.runtime.json.Json;
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
            EmbeddingCache cache,
            Optional<Reranker> reranker,
            TokenCounter counter,
            Optional<Summarizer> summarizer,
            @Value("${kept.redact.personal:none}") String redactPersonal) {
        Clock clock = Clock.systemUTC();
        Redactor redactor = Redactor.forPolicy(redactPersonal);
        Search search =
                new Search(index, source, new Embeddings(models, cache, index, clock), reranker, redactor, clock);
        BuildContext build = new BuildContext(new Recall(search, source, shelf, sessions), templates, counter, clock);
        this.prepare = new PrepareWarmContext(summarizer.map(build::summarizing).orElse(build), contexts);
    }

    void handle(SQSMessage message) {
        Work work = Json.read(message.getBody(), Work.class);
        prepare.prepare(
                new WarmContextKey(Owner.parse(work.owner()), work.projectId().map(ProjectId::new)));
    }

    record Work(int version, String owner, Optional<String> projectId) {}
}
