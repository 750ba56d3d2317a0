package dev.kept.application.memory;

import dev.kept.application.redaction.Redactor;
import dev.kept.domain.error.Conflict;
import dev.kept.domain.error.InvalidRequest;
import dev.kept.domain.error.NotFound;
import dev.kept.domain.id.MemoryId;
import dev.kept.domain.id.Owner;
import dev.kept.domain.id.TurnId;
import dev.kept.domain.memory.Change;
import dev.kept.domain.memory.Memory;
import dev.kept.domain.memory.Memory.Provenance;
import dev.kept.domain.memory.Memory.Statement;
import dev.kept.domain.memory.Memory.Validity;
import dev.kept.domain.memory.MemoryStore;
import dev.kept.domain.memory.MemoryType;
import dev.kept.domain.memory.MemoryWrite;
import dev.kept.domain.text.Limits;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Merges memories into the first of them, in one transaction: it takes over where the others came from and what they
/// are found by, and they are superseded by it. The histories say how it was before.
public final class MergeMemories {
    private static final int MEMORIES_MIN = 2;
    private static final int MEMORIES_MAX = 20;

    private final MemoryStore memories;
    private final Redactor redactor;
    private final Clock clock;

    public MergeMemories(MemoryStore memories, Redactor redactor, Clock clock) {
        this.memories = memories;
        this.redactor = redactor;
        this.clock = clock;
    }

    /// @param ids the first one stays
    /// @param versions that the memories must have, in the same order; empty: whatever they are
    /// @param content empty: that of the first
    /// @param type empty: that of the first
    /// @param importance empty: the highest
    public record Merge(
            List<MemoryId> ids,
            List<Long> versions,
            Optional<String> content,
            Optional<MemoryType> type,
            Optional<Double> importance) {
        public Merge {
            ids = List.copyOf(ids);
            versions = List.copyOf(versions);
            if (ids.size() < MEMORIES_MIN || ids.size() > MEMORIES_MAX) {
                throw new InvalidRequest("memoryIds", "must be " + MEMORIES_MIN + " to " + MEMORIES_MAX + " memories");
            }
            if (new HashSet<>(ids).size() < ids.size()) {
                throw new InvalidRequest("memoryIds", "must be different memories");
            }
            if (!versions.isEmpty() && versions.size() != ids.size()) {
                throw new InvalidRequest("versions", "must be one version for each of memoryIds");
            }
        }
    }

    /// @return the memory that they became
    /// @throws NotFound when the owner has not all of them
    /// @throws Conflict when one has another version, or is not active
    public Memory merge(Owner owner, Merge merge, String by) {
        List<Memory> all = merge.ids().stream().map(id -> find(owner, id)).toList();
        Memory first = all.getFirst();
        List<Memory> others = all.subList(1, all.size());
        if (first.isActive() && others.stream().allMatch(other -> isMerged(other, first))) {
            return first;
        }
        requireThatTheyFit(all, merge);
        Instant now = clock.instant();
        List<MemoryWrite> writes = new ArrayList<>();
        writes.add(new MemoryWrite.Update(merged(all, merge, now), new Change(by, "merged with " + names(others))));
        others.forEach(other -> writes.add(new MemoryWrite.Update(
                other.supersededBy(first.id(), now, now), new Change(by, "merged into " + first.id()))));
        return memories.commit(writes).getFirst();
    }

    private Memory find(Owner owner, MemoryId id) {
        return memories.find(owner, id).orElseThrow(() -> new NotFound("memory", id.value()));
    }

    /// A request whose answer got lost comes again.
    private static boolean isMerged(Memory other, Memory first) {
        return other.validity().supersededBy().equals(Optional.of(first.id()));
    }

    private static void requireThatTheyFit(List<Memory> all, Merge merge) {
        for (int place = 0; place < all.size(); place++) {
            Memory memory = all.get(place);
            if (!merge.versions().isEmpty() && merge.versions().get(place) != memory.version()) {
                throw Conflict.versionRace("memory", memory.id().value());
            }
            if (!memory.isActive()) {
                throw Conflict.because("memory " + memory.id() + " is not active");
            }
            if (!memory.provenance()
                    .projectId()
                    .equals(all.getFirst().provenance().projectId())) {
                throw new InvalidRequest("memoryIds", "must be of one project");
            }
        }
    }

    private static String names(List<Memory> memories) {
        return memories.stream().map(memory -> memory.id().value()).collect(Collectors.joining(", "));
    }

    private Memory merged(List<Memory> all, Merge merge, Instant now) {
        Memory first = all.getFirst();
        Instant since = all.stream()
                .map(memory -> memory.validity().validFrom())
                .min(Comparator.naturalOrder())
                .orElseThrow();
        Validity validity = new Validity(
                first.validity().status(),
                since,
                first.validity().validTo(),
                first.validity().supersedes(),
                Optional.empty());
        return first.with(statement(all, merge), now).with(provenance(all), now).with(validity, now);
    }

    private Statement statement(List<Memory> all, Merge merge) {
        Statement first = all.getFirst().statement();
        Optional<String> content = merge.content()
                .map(text -> redactor.redact(Limits.content("content", text, Limits.MEMORY_CHARACTERS))
                        .text());
        SortedSet<String> overrides = new TreeSet<>(first.overrides());
        overrides.add("content");
        TellMemory.addIf(overrides, merge.type(), "type");
        TellMemory.addIf(overrides, merge.importance(), "importance");
        return new Statement(
                merge.type().orElse(first.type()),
                content.orElse(first.content()),
                content.map(DescribeMemory::shortened).orElse(first.summary()),
                merge.importance().orElse(highest(all, Statement::importance)),
                highest(all, Statement::confidence),
                labels(all, Statement::entities),
                new TreeSet<>(labels(all, Statement::tags)),
                all.stream().anyMatch(memory -> memory.statement().pinned()),
                overrides,
                first.metadata());
    }

    private static double highest(List<Memory> all, Function<Statement, Double> value) {
        return all.stream().map(Memory::statement).map(value).reduce(0.0, Math::max);
    }

    private static List<String> labels(List<Memory> all, Function<Statement, Collection<String>> labels) {
        return all.stream()
                .flatMap(memory -> labels.apply(memory.statement()).stream())
                .distinct()
                .limit(Limits.LABELS)
                .toList();
    }

    /// A merge makes no claim more trusted than its weakest part.
    private static Provenance provenance(List<Memory> all) {
        Provenance first = all.getFirst().provenance();
        List<TurnId> turns = distinct(all, Provenance::sourceTurnIds);
        List<String> clientIds = distinct(all, Provenance::clientTurnIds);
        return new Provenance(
                first.origin(),
                all.stream()
                        .map(memory -> memory.provenance().trust())
                        .max(Comparator.naturalOrder())
                        .orElseThrow(),
                first.projectId(),
                first.sessionId(),
                turns,
                clientIds.size() == turns.size() ? clientIds : List.of());
    }

    private static <T> List<T> distinct(List<Memory> all, Function<Provenance, List<T>> part) {
        return all.stream()
                .flatMap(memory -> part.apply(memory.provenance()).stream())
                .distinct()
                .toList();
    }
}
