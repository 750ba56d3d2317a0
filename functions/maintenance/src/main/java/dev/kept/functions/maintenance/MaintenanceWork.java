package dev.kept.functions.maintenance;

import dev.kept.application.context.DropWarmContexts;
import dev.kept.application.embedding.Embeddings;
import dev.kept.application.indexing.CatchUp;
import dev.kept.application.indexing.ChangeEmbeddings;
import dev.kept.application.indexing.IndexRecords;
import dev.kept.application.indexing.RebuildIndex;
import dev.kept.application.maintenance.CountMemories;
import dev.kept.application.maintenance.EndIdleSessions;
import dev.kept.application.maintenance.Reconcile;
import dev.kept.application.maintenance.RedactAgain;
import dev.kept.application.maintenance.WarmCaches;
import dev.kept.application.redaction.Redactor;
import dev.kept.domain.account.AccountStore;
import dev.kept.domain.cache.Cache;
import dev.kept.domain.context.ContextStore;
import dev.kept.domain.context.MemoryShelf;
import dev.kept.domain.document.DocumentStore;
import dev.kept.domain.error.InvalidRequest;
import dev.kept.domain.redaction.RedactionScan;
import dev.kept.domain.redaction.RedactionScanLog;
import dev.kept.domain.redaction.StoredTexts;
import dev.kept.domain.search.EmbeddingCache;
import dev.kept.domain.search.EmbeddingModels;
import dev.kept.domain.search.ModelChangeLog;
import dev.kept.domain.search.SearchIndex;
import dev.kept.domain.search.SearchSource;
import dev.kept.domain.session.SessionStore;
import dev.kept.domain.telemetry.Metric;
import dev.kept.domain.telemetry.Metrics;
import dev.kept.domain.work.ContextQueue;
import dev.kept.domain.work.ExtractionQueue;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs the job that a schedule or an operator names.
@Singleton
final class MaintenanceWork {
    private static final Logger LOG = LoggerFactory.getLogger(MaintenanceWork.class);

    /// Less than a minute, after which the schedule comes again.
    private static final Duration FILLING = Duration.ofSeconds(40);

    /// Well within the function's time, and within the schedule's, so that two runs do not meet.
    private static final Duration REDACTING = Duration.ofSeconds(200);

    /// Within the function's time.
    private static final Duration COUNTING = Duration.ofSeconds(200);

    private final EndIdleSessions endIdleSessions;
    private final Reconcile reconcile;
    private final RebuildIndex rebuildIndex;
    private final ChangeEmbeddings changeEmbeddings;
    private final RedactAgain redactAgain;
    private final WarmCaches warmCaches;
    private final CountMemories countMemories;
    private final Metrics metrics;

    MaintenanceWork(
            SessionStore sessions,
            ExtractionQueue extraction,
            ContextQueue contextQueue,
            DocumentStore documents,
            SearchSource source,
            SearchIndex index,
            List<EmbeddingModels> models,
            EmbeddingCache stored,
            Cache cache,
            ContextStore contexts,
            ModelChangeLog changes,
            StoredTexts texts,
            RedactionScanLog scans,
            AccountStore accounts,
            MemoryShelf shelf,
            Metrics metrics,
            @Value("${kept.session.idle:PT2H}") String idle,
            @Value("${kept.redact.personal:none}") String redactPersonal) {
        this.metrics = metrics;
        Redactor redactor = Redactor.forPolicy(redactPersonal);
        Clock clock = Clock.systemUTC();
        Embeddings embeddings = new Embeddings(models, stored, index, clock);
        DropWarmContexts warmContexts = new DropWarmContexts(contexts, clock, cache);
        IndexRecords records = new IndexRecords(source, index, embeddings, warmContexts);
        CatchUp catchUp = new CatchUp(source, records, clock);
        this.endIdleSessions = new EndIdleSessions(sessions, redactor, Duration.parse(idle), clock);
        this.warmCaches = new WarmCaches(sessions, contextQueue, cache, clock);
        this.reconcile = new Reconcile(sessions, extraction, documents, catchUp, clock);
        this.rebuildIndex = new RebuildIndex(source, index, embeddings, warmContexts);
        this.changeEmbeddings = new ChangeEmbeddings(changes, index, rebuildIndex, embeddings, clock);
        this.countMemories = new CountMemories(accounts, shelf, metrics, clock);
        this.redactAgain = new RedactAgain(texts, scans, redactor, clock);
    }

    /// @param event `{"job": …, "cursor": …, "action": …}`; the jobs are the cases below
    Map<String, Object> run(Map<String, Object> event) {
        String job = String.valueOf(event.get("job"));
        Map<String, Object> done = switch (job) {
            case "end-idle-sessions" -> Map.of("ended", endIdleSessions.run());
            case "reconcile" -> reconcile();
            case "warm" -> Map.of("requested", warmCaches.run());
            case "reindex" -> reindex(Optional.ofNullable(event.get("cursor")).map(Object::toString));
            case "embeddings" -> embeddings(String.valueOf(event.get("action")));
            case "count-memories" -> countMemories("all".equals(event.get("action")));
            case "redact" -> redact("again".equals(event.get("action")));
            default ->
                throw new InvalidRequest(
                        "job",
                        "must be end-idle-sessions, reconcile, reindex, embeddings, redact, count-memories or warm");
        };
        LOG.atInfo().addKeyValue("job", job).addKeyValue("done", done).log("maintenance.done");
        return done;
    }

    private Map<String, Object> reconcile() {
        Reconcile.Found found = reconcile.run();
        metrics.count(Metric.WORK_BEHIND, found.sessions(), "sessions");
        metrics.count(Metric.WORK_BEHIND, found.indexed() + found.failed(), "records");
        metrics.count(Metric.WORK_BEHIND, found.documents(), "documents");
        metrics.count(Metric.INDEX_FAILURES, found.failed());
        return Map.of(
                "sessions", found.sessions(),
                "indexed", found.indexed(),
                "failed", found.failed(),
                "documents", found.documents());
    }

    /// One page of the rebuild; the caller goes on with the cursor until there is none.
    private Map<String, Object> reindex(Optional<String> cursor) {
        RebuildIndex.Progress progress = rebuildIndex.rebuild(cursor);
        Map<String, Object> done = new HashMap<>(Map.of("indexed", progress.indexed(), "failed", progress.failed()));
        progress.next().ifPresent(next -> done.put("cursor", next));
        return done;
    }

    /// The schedule sends no action, an operator `all` to count every user now.
    private Map<String, Object> countMemories(boolean all) {
        CountMemories.Counted counted = countMemories.run(all, COUNTING);
        return Map.of("users", counted.users(), "memories", counted.memories(), "left", counted.left());
    }

    /// The schedule sends no action, an operator `again` to go through everything although no pattern changed.
    private Map<String, Object> redact(boolean again) {
        RedactionScan scan = redactAgain.run(REDACTING, again);
        return Map.of(
                "patterns", scan.patterns(),
                "read", scan.read(),
                "rewritten", scan.rewritten(),
                "missed", scan.missed(),
                "found", scan.found(),
                "finished", scan.isFinished());
    }

    /// The schedule sends `fill`, an operator the others.
    private Map<String, Object> embeddings(String action) {
        ChangeEmbeddings.Status status = switch (action) {
            case "start" -> changeEmbeddings.start();
            case "fill" -> changeEmbeddings.fill(FILLING);
            case "status" -> changeEmbeddings.status();
            case "switch" -> changeEmbeddings.useNew();
            case "rollback" -> changeEmbeddings.useOld();
            case "finish" -> changeEmbeddings.finish();
            default -> throw new InvalidRequest("action", "must be start, fill, status, switch, rollback or finish");
        };
        return ChangeView.of(status);
    }
}
