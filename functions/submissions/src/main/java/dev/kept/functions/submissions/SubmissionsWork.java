package dev.kept.functions.submissions;

import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import com.fasterxml.jackson.databind.JsonNode;
import dev.kept.application.document.DocumentDraft;
import dev.kept.application.document.KeepDocument;
import dev.kept.application.document.PrepareDocument;
import dev.kept.application.extraction.pipeline.ExtractionPipeline;
import dev.kept.application.extraction.pipeline.RuledExtractors;
import dev.kept.application.memory.MemoryDraft;
import dev.kept.application.memory.TellMemory;
import dev.kept.application.redaction.Redactor;
import dev.kept.application.session.IngestTurns;
import dev.kept.application.session.StartSession;
import dev.kept.domain.account.AccountStore;
import dev.kept.domain.document.DocumentStore;
import dev.kept.domain.error.AccessDenied;
import dev.kept.domain.error.Conflict;
import dev.kept.domain.error.DependencyUnavailable;
import dev.kept.domain.error.InvalidRequest;
import dev.kept.domain.error.KeptException;
import dev.kept.domain.error.NotFound;
import dev.kept.domain.error.Throttled;
import dev.kept.domain.extraction.Linguistics;
import dev.kept.domain.id.Ids;
import dev.kept.domain.id.Owner;
import dev.kept.domain.id.UserId;
import dev.kept.domain.memory.MemoryStore;
import dev.kept.domain.rules.RuleStore;
import dev.kept.domain.session.SessionStore;
import dev.kept.domain.session.TurnStore;
import dev.kept.domain.work.ParkedMessages;
import dev.kept.runtime.body.DocumentBody;
import dev.kept.runtime.body.MemoryBody;
import dev.kept.runtime.json.Json;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes what other systems send.
@Singleton
final class SubmissionsWork {
    private static final Logger LOG = LoggerFactory.getLogger(SubmissionsWork.class);

    private final AccountStore accounts;
    private final StartSession startSession;
    private final IngestTurns ingestTurns;
    private final TellMemory tellMemory;
    private final KeepDocument keepDocument;
    private final ParkedMessages parked;
    private final Redactor redactor;

    SubmissionsWork(
            AccountStore accounts,
            SessionStore sessions,
            TurnStore turns,
            MemoryStore memories,
            DocumentStore documents,
            RuleStore rules,
            Linguistics linguistics,
            ParkedMessages parked,
            @Value("${kept.redact.personal:none}") String redactPersonal) {
        Clock clock = Clock.systemUTC();
        this.redactor = Redactor.forPolicy(redactPersonal);
        this.accounts = accounts;
        this.startSession = new StartSession(sessions, redactor, clock);
        this.ingestTurns = new IngestTurns(turns, redactor, clock);
        RuledExtractors extractors = new RuledExtractors(rules, new ExtractionPipeline(redactor, linguistics));
        this.tellMemory = new TellMemory(memories, extractors, redactor, clock);
        this.keepDocument = new KeepDocument(documents, new PrepareDocument(redactor), clock);
        this.parked = parked;
    }

    /// Takes one submission, or parks it with the reason when it can never be taken. The queue may deliver a message
    /// more than once: what it makes has ids derived from the message, so the second time changes nothing.
    void handle(SQSMessage message) {
        try {
            take(message);
        } catch (KeptException failure) {
            switch (failure) {
                case Throttled throttled -> throw throttled;
                case DependencyUnavailable unavailable -> throw unavailable;
                case InvalidRequest invalid -> park(message, invalid);
                case AccessDenied denied -> park(message, denied);
                case NotFound notFound -> park(message, notFound);
                case Conflict conflict -> park(message, conflict);
            }
        }
    }

    private void take(SQSMessage message) {
        Submission submission = Json.read(message.getBody(), Submission.class);
        UserId user = new UserId(submission.userId());
        if (accounts.find(user).isEmpty()) {
            throw new NotFound("user", user.value());
        }
        Instant sentAt = sentAt(message);
        Owner owner = Owner.of(user);
        String body = submission.body().toString();
        switch (submission.kind()) {
            case TURNS -> takeTurns(owner, Json.read(body, SubmittedTurns.class), message.getMessageId(), sentAt);
            case MEMORY -> {
                MemoryDraft draft = draft(Json.read(body, MemoryBody.class));
                tellMemory.tell(owner, Ids.memory(sentAt, message.getMessageId()), draft, "submission");
            }
            case DOCUMENT -> {
                DocumentDraft draft = draft(Json.read(body, DocumentBody.class));
                keepDocument.keep(owner, Ids.document(sentAt, message.getMessageId()), draft);
            }
        }
        LOG.atInfo().addKeyValue("kind", submission.kind()).log("submission.taken");
    }

    private void takeTurns(Owner owner, SubmittedTurns body, String messageId, Instant sentAt) {
        startSession.start(new StartSession.Command(owner, body.session(), body.details(), body.startedAt()));
        ingestTurns.ingest(owner, body.session(), body.utterances(messageId, sentAt));
    }

    private void park(SQSMessage message, KeptException reason) {
        // It may name a user or a field as the sender did.
        String why = redactor.redact(String.valueOf(reason.getMessage())).text();
        parked.park(message.getMessageId(), redactor.redact(message.getBody()).text(), why);
        LOG.atWarn().addKeyValue("reason", why).log("submission.parked");
    }

    private static Instant sentAt(SQSMessage message) {
        return Instant.ofEpochMilli(Long.parseLong(message.getAttributes().get("SentTimestamp")));
    }

    private static MemoryDraft draft(MemoryBody body) {
        return new MemoryDraft(
                body.content(),
                body.type(),
                body.importance(),
                body.tags(),
                body.entities(),
                body.project(),
                body.session(),
                body.validFrom(),
                body.pinned(),
                body.metadata());
    }

    private static DocumentDraft draft(DocumentBody body) {
        return new DocumentDraft(
                body.title(),
                body.content(),
                body.uri(),
                body.project(),
                body.format(),
                body.language(),
                body.tags().orElseGet(TreeSet::new),
                body.metadata().orElse(Map.of()));
    }

    enum SubmissionKind {
        TURNS,
        MEMORY,
        DOCUMENT
    }

    record Submission(int version, SubmissionKind kind, String userId, JsonNode body) {
        Submission {
            if (version != 1) {
                throw new InvalidRequest("version", "must be 1");
            }
            if (!body.isObject()) {
                throw new InvalidRequest("body", "must be an object");
            }
        }
    }
}
