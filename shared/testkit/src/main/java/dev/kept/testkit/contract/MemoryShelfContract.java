package dev.kept.testkit.contract;

import static dev.kept.testkit.Fixtures.ADA;
import static dev.kept.testkit.Fixtures.CREATED;
import static dev.kept.testkit.Fixtures.EDITED;
import static dev.kept.testkit.Fixtures.GRACE;
import static dev.kept.testkit.Fixtures.KEPT;
import static dev.kept.testkit.Fixtures.NOON;
import static dev.kept.testkit.Fixtures.aMemory;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.kept.domain.context.MemoryShelf.Scope;
import dev.kept.domain.id.MemoryId;
import dev.kept.domain.id.Owner;
import dev.kept.domain.id.ProjectId;
import dev.kept.domain.id.UserId;
import dev.kept.domain.memory.Memory;
import dev.kept.domain.memory.MemoryType;
import dev.kept.domain.search.Embedding;
import dev.kept.domain.search.SearchRecord;
import dev.kept.domain.search.SearchSource.Unindexed;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// What a {@link dev.kept.domain.context.MemoryShelf} promises.
public abstract class MemoryShelfContract extends StoreContract {
    private static final Scope PREFERENCES = new Scope.Preferences();
    private static final Scope OF_KEPT = new Scope.Project(KEPT);
    private static final Scope NO_PROJECT = new Scope.NoProject();

    @Test
    void whatIsPinnedComesFirstThenWhatIsImportantThenWhatIsNew() {
        keep("m1", .9, false, 3);
        keep("m2", .2, true, 0);
        keep("m3", .9, false, 5);
        keep("m4", 1, false, 0);
        keep("m5", .05, false, 9);
        assertEquals(List.of("m2", "m4", "m3", "m1", "m5"), ids(NO_PROJECT, 10));
        assertEquals(List.of("m2", "m4"), ids(NO_PROJECT, 2));
    }

    @Test
    void eachMemoryIsInOneScope() {
        keep(ADA, "m1", MemoryType.FACT, Optional.of(KEPT));
        keep(ADA, "m2", MemoryType.FACT, Optional.of(new ProjectId("kept-2")));
        keep(ADA, "m3", MemoryType.ERROR, Optional.empty());
        keep(ADA, "m4", MemoryType.PREFERENCE, Optional.of(KEPT));
        keep(ADA, "m5", MemoryType.PREFERENCE, Optional.empty());
        keep(GRACE, "m6", MemoryType.FACT, Optional.of(KEPT));
        assertEquals(List.of("m1"), ids(OF_KEPT, 10));
        assertEquals(List.of("m3"), ids(NO_PROJECT, 10));
        assertEquals(List.of("m5", "m4"), ids(PREFERENCES, 10));
        assertEquals(List.of("m5", "m4", "m3", "m2", "m1"), newest(10));
        assertEquals(List.of("m5", "m4"), newest(2));
    }

    @Test
    void aChangeIsSeenAtOnce() {
        Memory first = keep(ADA, "m1", MemoryType.FACT, Optional.of(KEPT));
        Memory second = keep(ADA, "m2", MemoryType.FACT, Optional.of(KEPT));
        Memory third = keep(ADA, "m3", MemoryType.FACT, Optional.of(KEPT));
        Memory raised = stores().memories().update(first.with(statement(first, .99, false), NOON), EDITED);
        stores().memories().update(second.supersededBy(third.id(), NOON, NOON), EDITED);
        assertEquals(List.of("m1", "m3"), ids(OF_KEPT, 10));
        assertEquals(List.of("m3", "m1"), newest(10));

        stores().memories().delete(ADA, raised.id(), OptionalLong.empty());
        assertEquals(List.of("m3"), ids(OF_KEPT, 10));
        assertEquals(1, stores().shelf().size(ADA));
    }

    @Test
    void itsSizeIsThatOfAllScopesOfOneOwner() {
        keep(ADA, "m1", MemoryType.FACT, Optional.of(KEPT));
        keep(ADA, "m2", MemoryType.ERROR, Optional.empty());
        keep(ADA, "m3", MemoryType.PREFERENCE, Optional.empty());
        keep(GRACE, "m4", MemoryType.FACT, Optional.of(KEPT));
        assertEquals(3, stores().shelf().size(ADA));
        assertEquals(0, stores().shelf().size(Owner.of(new UserId("nobody"))));
    }

    @Test
    void aMemoryIsWholeButForItsVector() {
        Memory memory = keep(ADA, "m1", MemoryType.DECISION, Optional.of(KEPT));
        stores().source().markIndexed(embedded());
        SearchRecord expected =
                SearchRecord.of(stores().memories().find(ADA, memory.id()).orElseThrow(), Optional.empty());
        assertEquals(List.of(expected), stores().shelf().important(ADA, OF_KEPT, 10));
        assertEquals(List.of(expected), stores().shelf().newest(ADA, 10));
    }

    private List<Unindexed> embedded() {
        return stores().source().unindexed(ADA, 10).stream()
                .map(record -> (Unindexed.Changed) record)
                .<Unindexed>map(record -> new Unindexed.Changed(
                        record.key(), record.item().withEmbedding(new Embedding("model", new float[] {1, 0}))))
                .toList();
    }

    private List<String> ids(Scope scope, int limit) {
        return stores().shelf().important(ADA, scope, limit).stream()
                .map(SearchRecord::id)
                .toList();
    }

    private List<String> newest(int limit) {
        return stores().shelf().newest(ADA, limit).stream()
                .map(SearchRecord::id)
                .toList();
    }

    private Memory keep(Owner owner, String id, MemoryType type, Optional<ProjectId> project) {
        return stores().memories().create(aMemory(owner, id, type, id, project, Optional.empty(), NOON), CREATED);
    }

    private void keep(String id, double importance, boolean pinned, int day) {
        Memory blank = aMemory(
                ADA, id, MemoryType.FACT, id, Optional.empty(), Optional.empty(), NOON.plus(Duration.ofDays(day)));
        stores().memories().create(blank.with(statement(blank, importance, pinned), NOON), CREATED);
    }

    private static Memory.Statement statement(Memory memory, double importance, boolean pinned) {
        MemoryId id = memory.id();
        return new Memory.Statement(
                memory.statement().type(),
                "about " + id,
                "",
                importance,
                .9,
                List.of("Redis"),
                new TreeSet<>(List.of("cache")),
                pinned,
                new TreeSet<>(),
                Map.of());
    }
}
