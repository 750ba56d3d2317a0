package dev.kept.testkit;

import dev.kept.domain.context.MemoryShelf;
import dev.kept.domain.id.Owner;
import dev.kept.domain.memory.MemoryStatus;
import dev.kept.domain.memory.MemoryType;
import dev.kept.domain.search.Kind;
import dev.kept.domain.search.SearchRecord;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The memories of the other fakes, by what they weigh in a context.
public final class FakeMemoryShelf implements MemoryShelf {
    private static final Comparator<SearchRecord> IMPORTANT_FIRST = Comparator.comparing(SearchRecord::pinned)
            .thenComparingDouble(item -> Math.round(item.importance() * 1_000))
            .thenComparing(SearchRecord::occurredAt)
            .thenComparing(SearchRecord::id)
            .reversed();
    private final FakeDatabase database;

    public FakeMemoryShelf(FakeDatabase database) {
        this.database = database;
    }

    @Override
    public List<SearchRecord> important(Owner owner, Scope scope, int limit) {
        return active(memories(owner).filter(item -> isIn(scope, item)))
                .sorted(IMPORTANT_FIRST)
                .limit(limit)
                .toList();
    }

    @Override
    public List<SearchRecord> newest(Owner owner, int limit) {
        Comparator<SearchRecord> newestFirst =
                Comparator.comparing(SearchRecord::id).reversed();
        return active(memories(owner).sorted(newestFirst).limit(limit)).toList();
    }

    @Override
    public int size(Owner owner) {
        return (int) active(memories(owner)).count();
    }

    private Stream<SearchRecord> memories(Owner owner) {
        synchronized (database) {
            return database.records.values().stream()
                    .filter(item -> item.kind() == Kind.MEMORY && item.owner().equals(owner))
                    .map(SearchRecord::withoutEmbedding)
                    .toList()
                    .stream();
        }
    }

    private static Stream<SearchRecord> active(Stream<SearchRecord> items) {
        return items.filter(item -> item.status() == MemoryStatus.ACTIVE);
    }

    private static boolean isIn(Scope scope, SearchRecord item) {
        boolean isPreference = item.type().equals(Optional.of(MemoryType.PREFERENCE));
        return switch (scope) {
            case Scope.Preferences _ -> isPreference;
            case Scope.Project project -> !isPreference && item.projectId().equals(Optional.of(project.id()));
            case Scope.NoProject _ -> !isPreference && item.projectId().isEmpty();
        };
    }
}
