package dev.kept.functions.memories;

import dev.kept.application.extraction.found.Extractors;
import dev.kept.application.memory.MergeMemories;
import dev.kept.application.memory.SplitMemory;
import dev.kept.application.redaction.Redactor;
import dev.kept.domain.error.InvalidRequest;
import dev.kept.domain.id.Ids;
import dev.kept.domain.id.MemoryId;
import dev.kept.domain.memory.Memory;
import dev.kept.domain.memory.MemoryStore;
import dev.kept.domain.memory.MemoryType;
import dev.kept.runtime.http.Idempotent;
import dev.kept.runtime.http.Reply;
import dev.kept.runtime.http.Request;
import dev.kept.runtime.http.RequestIdentity;
import dev.kept.runtime.http.Routes;
import dev.kept.runtime.view.MemoryView;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/// The routes that merge memories and split them.
final class MergingApi {
    private final MergeMemories mergeMemories;
    private final SplitMemory splitMemory;
    private final Idempotent idempotent;
    private final Ids ids;

    MergingApi(MemoryStore memories, Extractors extractors, Redactor redactor, Idempotent idempotent) {
        Clock clock = Clock.systemUTC();
        this.mergeMemories = new MergeMemories(memories, redactor, clock);
        this.splitMemory = new SplitMemory(memories, extractors, redactor, clock);
        this.idempotent = idempotent;
        this.ids = new Ids(clock);
    }

    Routes addTo(Routes routes) {
        return routes.on("POST /v1/memories/merge", idempotent.route((request, _) -> merge(request)))
                .on("POST /v1/memories/{memoryId}/split", idempotent.route(this::split));
    }

    private Reply merge(Request request) {
        MergeBody body = request.body(MergeBody.class);
        Memory memory = mergeMemories.merge(request.owner(), body.merge(), by(request));
        return Reply.ok(MemoryView.of(memory)).version(memory.version());
    }

    private Reply split(Request request, RequestIdentity identity) {
        List<PartBody> bodies = request.body(SplitBody.class).parts();
        List<SplitMemory.Part> parts = new ArrayList<>();
        for (PartBody body : bodies) {
            parts.add(part(body, identity, parts.size()));
        }
        MemoryId id = new MemoryId(request.path("memoryId"));
        List<MemoryView> memories =
                splitMemory.split(request.owner(), id, request.ifMatch(), parts, by(request)).stream()
                        .map(MemoryView::of)
                        .toList();
        return Reply.created(new Items(memories));
    }

    private SplitMemory.Part part(PartBody body, RequestIdentity identity, int place) {
        MemoryId id = identity.key()
                .map(key -> Ids.memory(identity.firstSeenAt(), key + "#" + place))
                .orElseGet(ids::memory);
        try {
            return new SplitMemory.Part(
                    id, body.content(), body.type(), body.importance(), body.entities(), body.tags());
        } catch (InvalidRequest fault) {
            throw fault.within("parts[" + place + "]");
        }
    }

    private static String by(Request request) {
        return request.caller().userId().value();
    }

    record MergeBody(
            List<String> memoryIds,
            Optional<List<Long>> versions,
            Optional<String> content,
            Optional<MemoryType> type,
            Optional<Double> importance) {
        MergeMemories.Merge merge() {
            return new MergeMemories.Merge(
                    memoryIds.stream().map(MergeBody::memoryId).toList(),
                    versions.orElse(List.of()),
                    content,
                    type,
                    importance);
        }

        private static MemoryId memoryId(String value) {
            try {
                return new MemoryId(value);
            } catch (InvalidRequest fault) {
                throw new InvalidRequest("memoryIds", "must be ids of memories");
            }
        }
    }

    record SplitBody(List<PartBody> parts) {}

    record PartBody(
            String content,
            Optional<MemoryType> type,
            Optional<Double> importance,
            Optional<List<String>> entities,
            Optional<SortedSet<String>> tags) {}

    record Items(List<MemoryView> items) {}
}
