package dev.kept.functions.memoryextraction;

import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import dev.kept.application.extraction.ExtractSession;
import dev.kept.application.extraction.ExtractionStores;
import dev.kept.application.extraction.RereadSession;
import dev.kept.application.extraction.WorkOnSession;
import dev.kept.application.extraction.consolidation.Nearness;
import dev.kept.application.extraction.pipeline.ExtractionPipeline;
import dev.kept.application.extraction.pipeline.RuledExtractors;
import dev.kept.application.redaction.Redactor;
import dev.kept.domain.extraction.ExtractionLedger;
import dev.kept.domain.extraction.Linguistics;
import dev.kept.domain.extraction.ParagraphLog;
import dev.kept.domain.id.Owner;
import dev.kept.domain.id.SessionId;
import dev.kept.domain.memory.ForgottenStatements;
import dev.kept.domain.memory.MemoryStore;
import dev.kept.domain.project.ProjectSettingsStore;
import dev.kept.domain.rules.RuleStore;
import dev.kept.domain.search.EmbeddingModels;
import dev.kept.domain.session.SessionRef;
import dev.kept.domain.session.SessionStore;
import dev.kept.domain.session.TurnStore;
import dev.kept.domain.telemetry.Metrics;
import dev.kept.runtime.json.Json;
import dev.kept.runtime.telemetry.Telemetry;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Extracts the session that a message names, from its cursor on, and reads it again when that was asked for.
@Singleton
final class MemoryExtractionWork {
    private static final Logger LOG = LoggerFactory.getLogger(MemoryExtractionWork.class);
    /// The queue's `maxReceiveCount`: after this try the message goes to the dead-letter queue. A function that is
    /// killed while it starts uses up a try without having worked.
    private static final int TRIES = 10;

    private final WorkOnSession workOnSession;

    MemoryExtractionWork(
            SessionStore sessions,
            TurnStore turns,
            MemoryStore memories,
            ForgottenStatements forgotten,
            ProjectSettingsStore settings,
            ExtractionLedger ledger,
            ParagraphLog paragraphs,
            RuleStore rules,
            Linguistics linguistics,
            ModelStage model,
            Metrics metrics,
            List<EmbeddingModels> embeddings,
            @Value("${kept.redact.personal:none}") String redactPersonal) {
        ExtractionLedger reported = new ReportedLedger(ledger, metrics, Telemetry.tracing());
        ExtractionStores stores =
                new ExtractionStores(sessions, turns, memories, forgotten, settings, reported, paragraphs);
        ExtractionPipeline pipeline = new ExtractionPipeline(Redactor.forPolicy(redactPersonal), linguistics);
        RuledExtractors extractors = new RuledExtractors(rules, pipeline, model::on);
        Nearness nearness = Nearness.among(embeddings);
        Clock clock = Clock.systemUTC();
        this.workOnSession = new WorkOnSession(
                new ExtractSession(stores, extractors, nearness, clock),
                new RereadSession(stores, extractors, nearness, clock),
                ledger);
    }

    void handle(SQSMessage message) {
        Work work = Json.read(message.getBody(), Work.class);
        SessionRef session = new SessionRef(Owner.parse(work.owner()), new SessionId(work.sessionId()));
        Telemetry.workFor(session.owner());
        if (tries(message) < TRIES) {
            workOnSession.work(session);
        } else {
            workForTheLastTime(session);
        }
    }

    private void workForTheLastTime(SessionRef session) {
        try {
            workOnSession.workForTheLastTime(session);
        } catch (RuntimeException failure) {
            LOG.atError()
                    .addKeyValue("sessionId", session.id())
                    .setCause(failure)
                    .log("extraction.failed");
            throw failure;
        }
    }

    private static int tries(SQSMessage message) {
        return Integer.parseInt(message.getAttributes().getOrDefault("ApproximateReceiveCount", "1"));
    }

    record Work(int version, String owner, String sessionId, String reason) {}
}
