package dev.kept.application.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kept.application.extraction.pipeline.ExtractionPipeline;
import dev.kept.application.redaction.Redactor;
import dev.kept.domain.error.Conflict;
import dev.kept.domain.error.InvalidRequest;
import dev.kept.domain.error.NotFound;
import dev.kept.domain.extraction.Linguistics;
import dev.kept.domain.id.MemoryId;
import dev.kept.domain.id.SessionId;
import dev.kept.domain.id.TurnId;
import dev.kept.domain.memory.Memory;
import dev.kept.domain.memory.MemoryStatus;
import dev.kept.domain.memory.MemoryType;
import dev.kept.domain.memory.Origin;
import dev.kept.domain.memory.Trust;
import dev.kept.domain.page.PageRequest;
import dev.kept.testkit.Fixtures;
import dev.kept.testkit.MutableClock;
import dev.kept.testkit.Stores;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class CuratingTest {
    private static final MemoryId M1 = new MemoryId("m1");
    private static final MemoryId M2 = new MemoryId("m2");

    private final MutableClock clock = MutableClock.atNoon();
    private final Stores stores = Stores.fake(clock);
    private final MergeMemories mergeMemories = new MergeMemories(stores.memories(), Redactor.standard(), clock);
    private final SplitMemory splitMemory = new SplitMemory(
            stores.memories(),
            new ExtractionPipeline(Redactor.standard(), new NoLinguistics()),
            Redactor.standard(),
            clock);

    @Test
    void mergesIntoTheFirstWhatTheOthersRestOn() {
        keep("m1", "t_1", "Postgres", 0.4, Trust.USER);
        keep("m2", "t_2", "Orders", 0.9, Trust.EXTERNAL);

        Memory merged = mergeMemories.merge(Fixtures.ADA, merge(List.of(), "Orders live in Postgres."), "ada");

        assertEquals(M1, merged.id());
        assertEquals("Orders live in Postgres.", merged.statement().content());
        assertEquals(List.of("Postgres", "Orders"), merged.statement().entities());
        assertEquals(Set.of("tag m1", "tag m2"), merged.statement().tags());
        assertEquals(0.9, merged.statement().importance());
        assertTrue(merged.statement().overrides().contains("content"));
        assertEquals(
                List.of(new TurnId("t_1"), new TurnId("t_2")),
                merged.provenance().sourceTurnIds());
        assertEquals(Trust.EXTERNAL, merged.provenance().trust());
        Memory other = find(M2);
        assertEquals(MemoryStatus.SUPERSEDED, other.validity().status());
        assertEquals(Optional.of(M1), other.validity().supersededBy());
        assertEquals(List.of("merged with m2", "created"), why(M1));
        assertEquals(List.of("merged into m1", "created"), why(M2));
    }

    @Test
    void mergingAgainIsTheSameMerge() {
        keep("m1", "t_1", "Postgres", 0.4, Trust.USER);
        keep("m2", "t_2", "Orders", 0.9, Trust.USER);
        Memory first = mergeMemories.merge(Fixtures.ADA, merge(List.of(1L, 1L), "Both."), "ada");

        assertEquals(first, mergeMemories.merge(Fixtures.ADA, merge(List.of(1L, 1L), "Both."), "ada"));
    }

    @Test
    void mergesNothingThatIsNotAsItWasSeen() {
        keep("m1", "t_1", "Postgres", 0.4, Trust.USER);
        Memory second = keep("m2", "t_2", "Orders", 0.9, Trust.USER);
        MergeMemories.Merge stale = merge(List.of(1L, 7L), "Both.");
        assertTrue(assertThrows(Conflict.class, () -> mergeMemories.merge(Fixtures.ADA, stale, "ada"))
                .isVersionRace());
        stores.memories()
                .update(second.supersededBy(new MemoryId("m9"), clock.instant(), clock.instant()), Fixtures.EDITED);
        MergeMemories.Merge gone = merge(List.of(), "Both.");
        assertThrows(Conflict.class, () -> mergeMemories.merge(Fixtures.ADA, gone, "ada"));
        assertThrows(NotFound.class, () -> mergeMemories.merge(Fixtures.GRACE, gone, "grace"));
        assertEquals("m1 says", find(M1).statement().content());
    }

    @Test
    void mergesTwoToTwentyDifferentOnes() {
        assertEquals("memoryIds", field(List.of(M1)));
        assertEquals("memoryIds", field(List.of(M1, M1)));
        assertEquals("memoryIds", field(Collections.nCopies(21, M1)));
    }

    @Test
    void splitsIntoPartsThatTakeItsPlace() {
        Memory whole = keep("m1", "t_1", "Postgres", 0.4, Trust.ADOPTED);

        List<Memory> parts = splitMemory.split(
                Fixtures.ADA,
                M1,
                Optional.of(1L),
                List.of(
                        part("m3", "Orders live in Postgres.", Optional.of(MemoryType.DECISION)),
                        part("m4", "b", Optional.empty())),
                "ada");

        assertEquals(
                List.of("m3", "m4"),
                parts.stream().map(memory -> memory.id().value()).toList());
        Memory first = parts.getFirst();
        assertEquals(MemoryType.DECISION, first.statement().type());
        assertEquals(Set.of("content", "type"), first.statement().overrides());
        assertEquals(whole.provenance().sourceTurnIds(), first.provenance().sourceTurnIds());
        assertEquals(Trust.ADOPTED, first.provenance().trust());
        assertEquals(Origin.CONSOLIDATED, first.provenance().origin());
        assertEquals(Optional.of(M1), parts.getLast().validity().supersedes());
        assertEquals(MemoryStatus.SUPERSEDED, find(M1).validity().status());
        assertEquals(Optional.of(first.id()), find(M1).validity().supersededBy());
        assertEquals(List.of("split into m3, m4", "created"), why(M1));
        assertEquals(List.of("split from m1"), why(first.id()));
    }

    @Test
    void splittingAgainIsTheSameSplit() {
        keep("m1", "t_1", "Postgres", 0.4, Trust.USER);
        List<SplitMemory.Part> parts = List.of(part("m3", "a", Optional.empty()), part("m4", "b", Optional.empty()));
        List<Memory> first = splitMemory.split(Fixtures.ADA, M1, Optional.of(1L), parts, "ada");

        assertEquals(first, splitMemory.split(Fixtures.ADA, M1, Optional.of(1L), parts, "ada"));
    }

    @Test
    void splitsNothingThatIsNotAsItWasSeen() {
        keep("m1", "t_1", "Postgres", 0.4, Trust.USER);
        List<SplitMemory.Part> parts = List.of(part("m3", "a", Optional.empty()), part("m4", "b", Optional.empty()));
        assertThrows(Conflict.class, () -> splitMemory.split(Fixtures.ADA, M1, Optional.of(7L), parts, "ada"));
        assertThrows(NotFound.class, () -> splitMemory.split(Fixtures.GRACE, M1, Optional.empty(), parts, "grace"));
        List<SplitMemory.Part> one = parts.subList(0, 1);
        assertThrows(InvalidRequest.class, () -> splitMemory.split(Fixtures.ADA, M1, Optional.empty(), one, "ada"));
        assertEquals(Optional.empty(), stores.memories().find(Fixtures.ADA, new MemoryId("m3")));
    }

    private String field(List<MemoryId> ids) {
        return assertThrows(
                        InvalidRequest.class,
                        () -> new MergeMemories.Merge(
                                ids, List.of(), Optional.empty(), Optional.empty(), Optional.empty()))
                .field();
    }

    private static MergeMemories.Merge merge(List<Long> versions, String content) {
        return new MergeMemories.Merge(
                List.of(M1, M2), versions, Optional.of(content), Optional.empty(), Optional.empty());
    }

    private static SplitMemory.Part part(String id, String content, Optional<MemoryType> type) {
        return new SplitMemory.Part(
                new MemoryId(id), content, type, Optional.empty(), Optional.empty(), Optional.empty());
    }

    private Memory keep(String id, String turn, String entity, double importance, Trust trust) {
        Memory.Statement statement = new Memory.Statement(
                MemoryType.FACT,
                id + " says",
                id,
                importance,
                0.7,
                List.of(entity),
                new TreeSet<>(Set.of("tag " + id)),
                false,
                new TreeSet<>(),
                Map.of());
        Memory.Provenance provenance = new Memory.Provenance(
                Origin.EXTRACTED,
                trust,
                Optional.of(Fixtures.KEPT),
                Optional.of(new SessionId("s1")),
                List.of(new TurnId(turn)),
                List.of());
        return stores.memories()
                .create(
                        new Memory(
                                Fixtures.ADA,
                                new MemoryId(id),
                                statement,
                                provenance,
                                Memory.Validity.from(Fixtures.NOON),
                                Memory.Usage.created(Fixtures.NOON),
                                1),
                        Fixtures.CREATED);
    }

    private Memory find(MemoryId id) {
        return stores.memories().find(Fixtures.ADA, id).orElseThrow();
    }

    private List<String> why(MemoryId id) {
        return stores.memories().history(Fixtures.ADA, id, PageRequest.first(10)).items().stream()
                .map(version -> version.change().why())
                .toList();
    }

    private static final class NoLinguistics implements Linguistics {
        @Override
        public List<String> sentences(String text) {
            return List.of(text);
        }

        @Override
        public List<Token> tokens(String sentence) {
            return List.of();
        }
    }
}
