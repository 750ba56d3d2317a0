package dev.kept.functions.memoryextraction;

import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import dev.kept.application.extraction.ExtractSession;
import dev.kept.application.extraction.ExtractionPipeline;
import dev.kept.application.extraction.ExtractionStores;
import dev.kept.application.extraction.RereadSession;
import dev.kept.application.extraction.RuledExtractors;
import dev.kept.application.redaction.Redactor;
import dev.kept.domain.error.KeptException;
import dev.kept.domain.extraction.ExtractionLedger;
import dev.kept.domain.extraction.Linguistics;
import dev.kept.domain.id.Owner;
import dev.kept.domain.id.SessionId;
import dev.kept.domain.memory.ForgottenStatements;
import dev.kept.domain.memory.MemoryStore;
import dev.kept.domain.project.ProjectSettingsStore;
import dev.kept.domain.rules.RuleStore;
import dev.kept.domain.session.SessionRef;
import dev.kept.domain.session.SessionStore;
import dev.kept.domain.session.TurnStore;
import dev.kept.runtime.json.Json;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Extracts the session that a message names, from its cursor on, and reads it again when that was asked for.
@Singleton
final class MemoryExtractionWork {
    private static final Logger LOG = LoggerFactory.getLogger(MemoryExtractionWork.class);
    /// The queue's `maxReceiveCount`: after this try the message goes to the dead-letter queue.
    private static final int TRIES = 5;

    private final ExtractSession extractSession;
    private final RereadSession rereadSession;
    private final ExtractionLedger ledger;

    MemoryExtractionWork(
            SessionStore sessions,
            TurnStore turns,
            MemoryStore memories,
            ForgottenStatements forgotten,
            ProjectSettingsStore settings,
            ExtractionLedger ledger,
            RuleStore rules,
            Linguistics linguistics) {
        ExtractionStores stores = new ExtractionStores(sessions, turns, memories, forgotten, settings, ledger);
        ExtractionPipeline pipeline = new ExtractionPipeline(Redactor.standard(), linguistics);
        RuledExtractors extractors = new RuledExtractors(rules, pipeline);
        this.extractSession = new ExtractSession(stores, extractors, Clock.systemUTC());
        this.rereadSession = new RereadSession(stores, extractors, Clock.systemUTC());
        this.ledger = ledger;
    }

    void handle(SQSMessage message) {
        Work work = Json.read(message.getBody(), Work.class);
        SessionRef session = new SessionRef(Owner.parse(work.owner()), new SessionId(work.sessionId()));
        boolean isLastTry = tries(message) >= TRIES;
        if (isLastTry) {
            fail(session, "the last of " + TRIES + " tries did not come to its end");
        }
        try {
            extractSession.extract(session);
            rereadSession.reread(session);
        } catch (RuntimeException failure) {
            if (isLastTry) {
                LOG.atError()
                        .addKeyValue("sessionId", session.id())
                        .setCause(failure)
                        .log("extraction.failed");
                fail(session, reason(failure));
            }
            throw failure;
        }
    }

    /// The last try is noted as failed before it starts: a function that runs out of time or memory notes nothing any
    /// more. The first run that is committed clears it. What has nothing left to do has not failed.
    private void fail(SessionRef session, String reason) {
        ledger.fail(session, reason);
        ledger.failRereading(session, reason);
    }

    /// Messages of our own failures name ids and fields, never content; those of others may.
    private static String reason(RuntimeException failure) {
        return failure instanceof KeptException
                ? String.valueOf(failure.getMessage())
                : "an internal error (" + failure.getClass().getSimpleName() + ")";
    }

    private static int tries(SQSMessage message) {
        return Integer.parseInt(message.getAttributes().getOrDefault("ApproximateReceiveCount", "1"));
    }

    record Work(int version, String owner, String sessionId, String reason) {}
}
