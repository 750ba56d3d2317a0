package dev.kept.domain.search;

import dev.kept.domain.id.Owner;
import dev.kept.domain.id.ProjectId;
import dev.kept.domain.id.SessionId;
import dev.kept.domain.memory.MemoryStatus;
import dev.kept.domain.memory.MemoryType;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What a search may find. The index evaluates it in its query, {@link #admits} in process; both must agree.
///
/// @param kinds empty: all
/// @param types memories of these types only; turns are left out when it is not empty
/// @param entities any of them, ignoring case; for memories
/// @param tags any of them; for memories
/// @param from occurred at or after
/// @param to occurred before
/// @param asOf memories that were valid then; empty: active ones
public record SearchFilter(
        Owner owner,
        Optional<ProjectId> projectId,
        Optional<SessionId> sessionId,
        Set<Kind> kinds,
        Set<MemoryType> types,
        Set<String> entities,
        Set<String> tags,
        Optional<Instant> from,
        Optional<Instant> to,
        Optional<Instant> asOf) {
    public SearchFilter {
        kinds = Set.copyOf(kinds);
        types = Set.copyOf(types);
        entities = Set.copyOf(entities);
        tags = Set.copyOf(tags);
    }

    public static SearchFilter of(Owner owner, Optional<ProjectId> projectId) {
        return new SearchFilter(
                owner,
                projectId,
                Optional.empty(),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    public SearchFilter withKinds(Set<Kind> wanted) {
        return new SearchFilter(owner, projectId, sessionId, wanted, types, entities, tags, from, to, asOf);
    }

    public SearchFilter withTypes(Set<MemoryType> wanted) {
        return new SearchFilter(owner, projectId, sessionId, kinds, wanted, entities, tags, from, to, asOf);
    }

    public SearchFilter withLabels(Set<String> wantedEntities, Set<String> wantedTags) {
        return new SearchFilter(owner, projectId, sessionId, kinds, types, wantedEntities, wantedTags, from, to, asOf);
    }

    /// Whether a record may be found.
    public boolean admits(SearchRecord item) {
        return item.owner().equals(owner)
                && (kinds.isEmpty() || kinds.contains(item.kind()))
                && (projectId.isEmpty() || projectId.equals(item.projectId()))
                && (sessionId.isEmpty() || sessionId.equals(item.sessionId()))
                && (types.isEmpty() || item.type().map(types::contains).orElse(false))
                && overlaps(entities, item.entities())
                && (tags.isEmpty() || item.tags().stream().anyMatch(tags::contains))
                && from.map(at -> !item.occurredAt().isBefore(at)).orElse(true)
                && to.map(at -> item.occurredAt().isBefore(at)).orElse(true)
                && isCurrent(item);
    }

    private boolean isCurrent(SearchRecord item) {
        if (item.status() == MemoryStatus.QUARANTINED || item.status() == MemoryStatus.ARCHIVED) {
            return false;
        }
        return asOf.map(at -> !item.occurredAt().isAfter(at)
                        && item.validTo().map(end -> end.isAfter(at)).orElse(true))
                .orElse(item.status() == MemoryStatus.ACTIVE);
    }

    private static boolean overlaps(Set<String> wanted, List<String> present) {
        if (wanted.isEmpty()) {
            return true;
        }
        Set<String> lower = new HashSet<>();
        wanted.forEach(name -> lower.add(name.toLowerCase(java.util.Locale.ROOT)));
        return present.stream().anyMatch(name -> lower.contains(name.toLowerCase(java.util.Locale.ROOT)));
    }
}
