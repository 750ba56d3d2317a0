package dev.kept.functions.memories;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.kept.application.extraction.pipeline.ExtractionPipeline;
import dev.kept.application.extraction.pipeline.RuledExtractors;
import dev.kept.application.memory.ChangeMemory;
import dev.kept.application.memory.ForgetMemory;
import dev.kept.application.memory.MemoryDraft;
import dev.kept.application.memory.RateMemory;
import dev.kept.application.memory.TellMemory;
import dev.kept.application.redaction.ChosenNames;
import dev.kept.application.redaction.Redactor;
import dev.kept.domain.error.InvalidRequest;
import dev.kept.domain.error.KeptException;
import dev.kept.domain.error.NotFound;
import dev.kept.domain.extraction.Linguistics;
import dev.kept.domain.id.ContextId;
import dev.kept.domain.id.Ids;
import dev.kept.domain.id.MemoryId;
import dev.kept.domain.id.ProjectId;
import dev.kept.domain.id.SessionId;
import dev.kept.domain.id.SpaceId;
import dev.kept.domain.idempotency.IdempotencyStore;
import dev.kept.domain.memory.Memory;
import dev.kept.domain.memory.MemoryQuery;
import dev.kept.domain.memory.MemoryStatus;
import dev.kept.domain.memory.MemoryStore;
import dev.kept.domain.memory.MemoryType;
import dev.kept.domain.memory.MemoryVersion;
import dev.kept.domain.page.Page;
import dev.kept.domain.rules.RuleStore;
import dev.kept.domain.telemetry.Metric;
import dev.kept.domain.telemetry.Metrics;
import dev.kept.domain.text.Limits;
import dev.kept.runtime.body.MemoryBody;
import dev.kept.runtime.http.Idempotent;
import dev.kept.runtime.http.Problem;
import dev.kept.runtime.http.Reply;
import dev.kept.runtime.http.Request;
import dev.kept.runtime.http.RequestIdentity;
import dev.kept.runtime.http.Routes;
import dev.kept.runtime.view.ListView;
import dev.kept.runtime.view.MemoryView;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The routes of memories.
@Singleton
final class MemoriesApi {
    private static final int OPERATIONS_MAX = 100;

    private final MemoryStore memories;
    private final TellMemory tellMemory;
    private final ChangeMemory changeMemory;
    private final RateMemory rateMemory;
    private final ForgetMemory forgetMemory;
    private final ChosenNames names;
    private final Ids ids;
    private final Metrics metrics;
    private final Routes routes;

    MemoriesApi(
            MemoryStore memories,
            RuleStore rules,
            Linguistics linguistics,
            IdempotencyStore idempotency,
            Metrics metrics,
            @Value("${kept.redact.personal:none}") String redactPersonal) {
        Clock clock = Clock.systemUTC();
        Redactor redactor = Redactor.forPolicy(redactPersonal);
        this.memories = memories;
        RuledExtractors extractors = new RuledExtractors(rules, new ExtractionPipeline(redactor, linguistics));
        this.tellMemory = new TellMemory(memories, extractors, redactor, clock);
        this.changeMemory = new ChangeMemory(memories, redactor, clock);
        this.rateMemory = new RateMemory(memories, redactor, clock);
        this.forgetMemory = new ForgetMemory(memories, clock);
        this.names = new ChosenNames(redactor);
        this.ids = new Ids(clock);
        this.metrics = metrics;
        Idempotent idempotent = new Idempotent(idempotency, clock);
        this.routes = new MergingApi(memories, extractors, redactor, idempotent)
                .addTo(new Routes())
                .on("POST /v1/memories", idempotent.route(this::tell))
                .on("GET /v1/memories", this::list)
                .on("GET /v1/memories/{memoryId}", this::find)
                .on("PATCH /v1/memories/{memoryId}", idempotent.route((request, _) -> change(request)))
                .on("DELETE /v1/memories/{memoryId}", idempotent.route((request, _) -> delete(request)))
                .on("POST /v1/memories/batch", idempotent.route(this::batch))
                .on("GET /v1/memories/{memoryId}/history", this::history)
                .on("POST /v1/memories/{memoryId}/feedback", idempotent.route((request, _) -> rate(request)));
    }

    Routes routes() {
        return routes;
    }

    private Reply tell(Request request, RequestIdentity identity) {
        Memory memory =
                tellMemory.tell(request.owner(), id(identity, 0), draft(request.body(MemoryBody.class)), by(request));
        return Reply.created(MemoryView.of(memory)).version(memory.version());
    }

    private Reply list(Request request) {
        request.allowQuery(
                "type", "projectId", "sessionId", "spaceId", "entity", "tag", "status", "asOf", "limit", "cursor");
        request.query("spaceId").ifPresent(space -> {
            throw new NotFound("space", new SpaceId(space).value());
        });
        MemoryQuery query = new MemoryQuery(
                request.query("type", MemoryType.class),
                request.query("projectId").map(ProjectId::new),
                request.query("sessionId").map(SessionId::new),
                request.query("entity"),
                request.query("tag"),
                request.query("status", MemoryStatus.class),
                request.instant("asOf"));
        return Reply.ok(ListView.of(memories.list(request.owner(), query, request.page()), MemoryView::of));
    }

    private Reply find(Request request) {
        MemoryId id = memoryId(request);
        Memory memory = memories.find(request.owner(), id).orElseThrow(() -> new NotFound("memory", id.value()));
        return Reply.ok(MemoryView.of(memory)).version(memory.version());
    }

    private Reply change(Request request) {
        MemoryDraft draft = draft(request.body(MemoryBody.class));
        Memory memory = changeMemory.change(request.owner(), memoryId(request), request.ifMatch(), draft, by(request));
        return Reply.ok(MemoryView.of(memory)).version(memory.version());
    }

    private Reply delete(Request request) {
        forgetMemory.forget(request.owner(), memoryId(request), request.ifMatch(), by(request));
        return Reply.noContent();
    }

    private Reply history(Request request) {
        request.allowQuery("limit", "cursor");
        MemoryId id = memoryId(request);
        Page<MemoryVersion> versions = memories.history(request.owner(), id, request.page());
        if (versions.items().isEmpty() && request.query("cursor").isEmpty()) {
            throw new NotFound("memory", id.value());
        }
        return Reply.ok(ListView.of(versions, MemoryView.VersionView::of));
    }

    private Reply rate(Request request) {
        Feedback body = request.body(Feedback.class);
        Memory memory = rateMemory.rate(request.owner(), memoryId(request), body.signal(), body.comment(), by(request));
        metrics.share(Metric.RELEVANCE, body.signal() == RateMemory.Signal.USEFUL, "feedback");
        return Reply.ok(MemoryView.of(memory)).version(memory.version());
    }

    private Reply batch(Request request, RequestIdentity identity) {
        List<Operation> operations = request.body(Batch.class).operations();
        if (operations.isEmpty() || operations.size() > OPERATIONS_MAX) {
            throw new InvalidRequest("operations", "must be 1 to " + OPERATIONS_MAX + " operations");
        }
        request.owner(); // Who may not do any of it is told so as a whole.
        List<ItemView> results = new ArrayList<>();
        for (Operation operation : operations) {
            results.add(item(request, operation, id(identity, results.size())));
        }
        long refused =
                results.stream().filter(item -> item.problem().isPresent()).count();
        return Reply.ok(new BatchView(results))
                .telling("operations", results.size())
                .telling("refused", refused);
    }

    private ItemView item(Request request, Operation operation, MemoryId newId) {
        try {
            // Replies to repeated requests are kept, and this one would quote it.
            names.check("memoryId", operation.memoryId());
            return switch (operation.op()) {
                case CREATE -> done(201, tellMemory.tell(request.owner(), newId, operation.draft(), by(request)));
                case UPDATE ->
                    done(
                            200,
                            changeMemory.change(
                                    request.owner(),
                                    operation.id(),
                                    operation.version(),
                                    operation.draft(),
                                    by(request)));
                case DELETE -> {
                    forgetMemory.forget(request.owner(), operation.id(), operation.version(), by(request));
                    yield new ItemView(204, Optional.empty(), Optional.empty());
                }
            };
        } catch (KeptException failure) {
            Problem problem = Problem.of(failure, request.requestId());
            return new ItemView(problem.status(), Optional.empty(), Optional.of(problem));
        }
    }

    private static ItemView done(int status, Memory memory) {
        return new ItemView(status, Optional.of(MemoryView.of(memory)), Optional.empty());
    }

    private MemoryId id(RequestIdentity identity, int position) {
        return identity.key()
                .map(key -> Ids.memory(identity.firstSeenAt(), key + "#" + position))
                .orElseGet(ids::memory);
    }

    private static MemoryId memoryId(Request request) {
        return new MemoryId(request.path("memoryId"));
    }

    private static String by(Request request) {
        return request.caller().userId().value();
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

    record Feedback(RateMemory.Signal signal, Optional<String> contextId, Optional<String> comment) {
        private static final int COMMENT_CHARACTERS = 1000;

        Feedback {
            contextId.ifPresent(ContextId::new);
            comment.ifPresent(text -> Limits.atMost("comment", text, COMMENT_CHARACTERS));
        }
    }

    record Batch(List<Operation> operations) {}

    enum Op {
        CREATE,
        UPDATE,
        DELETE
    }

    record Operation(Op op, Optional<String> memoryId, Optional<Long> version, Optional<MemoryBody> memory) {
        MemoryDraft draft() {
            return MemoriesApi.draft(memory.orElseThrow(() -> new InvalidRequest("memory", "must be given")));
        }

        MemoryId id() {
            return new MemoryId(memoryId.orElseThrow(() -> new InvalidRequest("memoryId", "must be given")));
        }
    }

    record BatchView(List<ItemView> items) {}

    record ItemView(
            int status,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<MemoryView> memory,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Problem> problem) {}
}
