package dev.kept.functions.outbox;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import dev.kept.application.context.DropWarmContexts;
import dev.kept.domain.context.ContextStore;
import dev.kept.domain.id.Owner;
import dev.kept.domain.id.ProjectId;
import dev.kept.domain.id.SessionId;
import dev.kept.domain.session.SessionRef;
import dev.kept.domain.telemetry.SpanAttribute;
import dev.kept.domain.telemetry.SpanName;
import dev.kept.domain.work.ContextQueue;
import dev.kept.domain.work.ContextQueue.WarmContextKey;
import dev.kept.domain.work.ExtractionQueue;
import dev.kept.runtime.queue.StreamBatch;
import dev.kept.runtime.queue.TracedChanges;
import dev.kept.runtime.telemetry.Telemetry;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sends work to the queues for what changed in the record.
@Singleton
final class OutboxWork {
    private static final Logger LOG = LoggerFactory.getLogger(OutboxWork.class);

    private final ExtractionQueue extractionQueue;
    private final ContextQueue contextQueue;
    private final DropWarmContexts warmContexts;

    OutboxWork(ExtractionQueue extractionQueue, ContextQueue contextQueue, ContextStore contexts) {
        this.extractionQueue = extractionQueue;
        this.contextQueue = contextQueue;
        this.warmContexts = new DropWarmContexts(contexts, Clock.systemUTC());
    }

    /// Sends the work that a batch of changes asks for. When any of it cannot be sent the whole batch comes again:
    /// asking
    /// twice does no harm, and the order of requests does not matter.
    StreamsEventResponse dispatch(DynamodbEvent event) {
        TracedChanges.of(event).forEach(this::dispatchTraced);
        return StreamBatch.done();
    }

    private void dispatchTraced(TracedChanges changes) {
        Telemetry.tracing().in(SpanName.CHANGES, changes.cause(), span -> {
            span.tell(SpanAttribute.RECORDS, changes.records().size());
            dispatch(changes.records());
        });
    }

    private void dispatch(List<DynamodbStreamRecord> changes) {
        Requests requests = new Requests();
        changes.forEach(requests::add);
        send(requests.turns, ExtractionQueue.Reason.TURNS);
        send(requests.ends, ExtractionQueue.Reason.END);
        send(requests.asked, ExtractionQueue.Reason.ASKED);
        warmContexts.of(requests.endedFor);
        if (!requests.contexts.isEmpty()) {
            contextQueue.request(List.copyOf(requests.contexts));
        }
        LOG.atInfo()
                .addKeyValue("changes", changes.size())
                .addKeyValue("turns", requests.turns.size())
                .addKeyValue("ends", requests.ends.size())
                .addKeyValue("asked", requests.asked.size())
                .addKeyValue("contexts", requests.contexts.size())
                .log("work.dispatched");
    }

    private void send(Set<SessionRef> sessions, ExtractionQueue.Reason reason) {
        if (!sessions.isEmpty()) {
            extractionQueue.request(List.copyOf(sessions), reason);
        }
    }

    /// What a batch asks for, each thing once.
    private static final class Requests {
        private final Set<SessionRef> turns = new LinkedHashSet<>();
        private final Set<SessionRef> ends = new LinkedHashSet<>();
        private final Set<SessionRef> asked = new LinkedHashSet<>();
        private final Set<Owner> endedFor = new LinkedHashSet<>();
        private final Set<WarmContextKey> contexts = new LinkedHashSet<>();

        void add(DynamodbStreamRecord change) {
            Owner owner = Owner.parse(
                    StreamBatch.text(change.getDynamodb().getKeys(), "owner").orElseThrow());
            String[] item = StreamBatch.text(change.getDynamodb().getKeys(), "item")
                    .orElseThrow()
                    .split("#", -1);
            switch (item[0]) {
                case "TURN" -> turns.add(new SessionRef(owner, new SessionId(item[1])));
                case "SESSION" -> {
                    ends.add(new SessionRef(owner, new SessionId(item[1])));
                    endedFor.add(owner);
                    contexts.add(new WarmContextKey(owner, project(change)));
                }
                case "OPERATION" ->
                    StreamBatch.text(change, "sessionId")
                            .ifPresent(session -> asked.add(new SessionRef(owner, new SessionId(session))));
                default -> contexts.add(new WarmContextKey(owner, project(change)));
            }
        }

        private static Optional<ProjectId> project(DynamodbStreamRecord change) {
            return StreamBatch.text(change, "projectId")
                    .or(() -> StreamBatch.text(change.getDynamodb().getOldImage(), "projectId"))
                    .map(ProjectId::new);
        }
    }
}
