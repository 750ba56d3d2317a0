package dev.kept.functions.memoryextraction;

import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import dev.kept.application.extraction.ExtractSession;
import dev.kept.application.extraction.ExtractionPipeline;
import dev.kept.application.extraction.RuledExtractors;
import dev.kept.application.redaction.Redactor;
import dev.kept.domain.extraction.ExtractionLedger;
import dev.kept.domain.extraction.Linguistics;
import dev.kept.domain.id.Owner;
import dev.kept.domain.id.SessionId;
import dev.kept.domain.memory.MemoryStore;
import dev.kept.domain.rules.RuleStore;
import dev.kept.domain.session.SessionRef;
import dev.kept.domain.session.SessionStore;
import dev.kept.domain.session.TurnStore;
import dev.kept.runtime.json.Json;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Extracts the session that a message names, from its cursor on.
@Singleton
final class MemoryExtractionWork {
    private static final Logger LOG = LoggerFactory.getLogger(MemoryExtractionWork.class);
    /// The queue's `maxReceiveCount`: after this try the message goes to the dead-letter queue.
    private static final int TRIES = 5;

    private final ExtractSession extractSession;
    private final ExtractionLedger ledger;

    MemoryExtractionWork(
            SessionStore sessions,
            TurnStore turns,
            MemoryStore memories,
            ExtractionLedger ledger,
            RuleStore rules,
            Linguistics linguistics) {
        ExtractionPipeline pipeline = new ExtractionPipeline(Redactor.standard(), linguistics);
        this.extractSession = new ExtractSession(
                sessions, turns, memories, ledger, new RuledExtractors(rules, pipeline), Clock.systemUTC());
        this.ledger = ledger;
    }

    void handle(SQSMessage message) {
        Work work = Json.read(message.getBody(), Work.class);
        SessionRef session = new SessionRef(Owner.parse(work.owner()), new SessionId(work.sessionId()));
        try {
            extractSession.extract(session);
        } catch (RuntimeException failure) {
            if (tries(message) >= TRIES) {
                LOG.atError()
                        .addKeyValue("sessionId", session.id())
                        .setCause(failure)
                        .log("extraction.failed");
                ledger.fail(session, failure.getClass().getSimpleName());
            }
            throw failure;
        }
    }

    private static int tries(SQSMessage message) {
        return Integer.parseInt(message.getAttributes().getOrDefault("ApproximateReceiveCount", "1"));
    }

    record Work(int version, String owner, String sessionId, String reason) {}
}
