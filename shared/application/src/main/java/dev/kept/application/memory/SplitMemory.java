package dev.kept.application.memory;

import dev.kept.application.extraction.found.Extractors;
import dev.kept.application.redaction.RedactedData;
import dev.kept.application.redaction.Redactor;
import dev.kept.domain.error.Conflict;
import dev.kept.domain.error.InvalidRequest;
import dev.kept.domain.error.NotFound;
import dev.kept.domain.id.MemoryId;
import dev.kept.domain.id.Owner;
import dev.kept.domain.memory.Change;
import dev.kept.domain.memory.Memory;
import dev.kept.domain.memory.Memory.Provenance;
import dev.kept.domain.memory.Memory.Statement;
import dev.kept.domain.memory.Memory.Usage;
import dev.kept.domain.memory.Memory.Validity;
import dev.kept.domain.memory.MemoryStatus;
import dev.kept.domain.memory.MemoryStore;
import dev.kept.domain.memory.MemoryType;
import dev.kept.domain.memory.MemoryWrite;
import dev.kept.domain.memory.Origin;
import dev.kept.domain.text.Limits;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Splits a memory into several that each say one thing, in one transaction: they rest on the same turns, and take its
/// place. Its history says into which.
public final class SplitMemory {
    public static final int PARTS_MIN = 2;
    public static final int PARTS_MAX = 10;

    private final MemoryStore memories;
    private final DescribeMemory describe;
    private final Redactor redactor;
    private final Clock clock;

    public SplitMemory(MemoryStore memories, Extractors extractors, Redactor redactor, Clock clock) {
        this.memories = memories;
        this.describe = new DescribeMemory(extractors);
        this.redactor = redactor;
        this.clock = clock;
    }

    /// @param id that it gets: derived from the request when it may be repeated
    /// @param type worked out when absent, and so on; tags are those of the whole when absent
    public record Part(
            MemoryId id,
            String content,
            Optional<MemoryType> type,
            Optional<Double> importance,
            Optional<List<String>> entities,
            Optional<SortedSet<String>> tags) {
        public Part {
            Limits.content("content", content, Limits.MEMORY_CHARACTERS);
        }
    }

    /// @param expectedVersion empty: whatever it is
    /// @return the parts, in their order; those of the first try, when it is repeated
    /// @throws NotFound when the owner has no such memory
    /// @throws Conflict when the version is another one, or the memory is not active
    public List<Memory> split(Owner owner, MemoryId id, Optional<Long> expectedVersion, List<Part> parts, String by) {
        if (parts.size() < PARTS_MIN || parts.size() > PARTS_MAX) {
            throw new InvalidRequest("parts", "must be " + PARTS_MIN + " to " + PARTS_MAX + " parts");
        }
        Memory whole = memories.find(owner, id).orElseThrow(() -> new NotFound("memory", id.value()));
        if (whole.validity().supersededBy().equals(Optional.of(parts.getFirst().id()))) {
            return parts.stream()
                    .flatMap(part -> memories.find(owner, part.id()).stream())
                    .toList();
        }
        requireActive(whole, expectedVersion);
        Instant now = clock.instant();
        List<MemoryWrite> writes = new ArrayList<>();
        parts.forEach(part -> writes.add(
                new MemoryWrite.Create(memory(whole, part, now), new Change(by, "split from " + whole.id()))));
        String names = parts.stream().map(part -> part.id().value()).collect(Collectors.joining(", "));
        writes.add(new MemoryWrite.Update(
                whole.supersededBy(parts.getFirst().id(), now, now), new Change(by, "split into " + names)));
        List<Memory> committed = memories.commit(writes);
        return committed.subList(0, parts.size());
    }

    private static void requireActive(Memory whole, Optional<Long> expectedVersion) {
        if (expectedVersion.isPresent() && expectedVersion.get() != whole.version()) {
            throw Conflict.versionRace("memory", whole.id().value());
        }
        if (!whole.isActive()) {
            throw Conflict.because("memory " + whole.id() + " is not active");
        }
    }

    private Memory memory(Memory whole, Part part, Instant now) {
        Provenance before = whole.provenance();
        Provenance provenance = new Provenance(
                Origin.CONSOLIDATED,
                before.trust(),
                before.projectId(),
                before.sessionId(),
                before.sourceTurnIds(),
                before.clientTurnIds());
        Validity validity = new Validity(
                MemoryStatus.ACTIVE,
                whole.validity().validFrom(),
                Optional.empty(),
                Optional.of(whole.id()),
                Optional.empty());
        return new Memory(
                whole.owner(), part.id(), statement(whole, part, now), provenance, validity, Usage.created(now), 1);
    }

    private Statement statement(Memory whole, Part part, Instant now) {
        RedactedData data = new RedactedData(redactor);
        String content = redactor.redact(part.content()).text();
        DescribeMemory.Description described =
                describe.describe(whole.owner(), whole.provenance().projectId(), content, now);
        SortedSet<String> overrides = new TreeSet<>(List.of("content"));
        TellMemory.addIf(overrides, part.type(), "type");
        TellMemory.addIf(overrides, part.importance(), "importance");
        TellMemory.addIf(overrides, part.entities(), "entities");
        TellMemory.addIf(overrides, part.tags(), "tags");
        return new Statement(
                part.type().orElse(described.type()),
                content,
                described.summary(),
                part.importance().orElse(described.importance()),
                whole.statement().confidence(),
                part.entities().map(data::labels).orElse(described.entities()),
                part.tags().map(data::labels).orElse(whole.statement().tags()),
                whole.statement().pinned(),
                overrides,
                whole.statement().metadata());
    }
}
