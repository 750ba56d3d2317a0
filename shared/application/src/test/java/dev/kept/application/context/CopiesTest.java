package dev.kept.application.context;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kept.application.cache.Copies;
import dev.kept.application.cache.Form;
import dev.kept.application.redaction.Redactor;
import dev.kept.domain.context.Context;
import dev.kept.domain.context.ContextBudget;
import dev.kept.domain.id.Owner;
import dev.kept.domain.id.ProjectId;
import dev.kept.domain.memory.Memory;
import dev.kept.domain.memory.MemoryType;
import dev.kept.domain.search.SearchRecord;
import dev.kept.domain.search.SearchSource.Unindexed;
import dev.kept.domain.session.Role;
import dev.kept.domain.telemetry.Metric;
import dev.kept.domain.work.ContextQueue.WarmContextKey;
import dev.kept.testkit.FakeCache;
import dev.kept.testkit.FakeMemoryShelf;
import dev.kept.testkit.FakeMetrics;
import dev.kept.testkit.Fixtures;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Answers from copies, step by step against writes that come between.
class CopiesTest extends Recalling {
    private static final String OLD = "Invoices are rounded half up";
    private static final String NEW = "Invoices are rounded half even";

    private final FakeCache cache = new FakeCache();
    private final FakeMetrics metrics = new FakeMetrics();
    private final Copies copies = new Copies(cache, source, contexts, metrics);
    private final DropWarmContexts drop = new DropWarmContexts(contexts, clock, cache);
    private final Watched shelves = new Watched(new Shelves.Recorded(new FakeMemoryShelf(database)));
    private final Shelves copied = new CopiedShelves(shelves, copies);
    private final BuildContext copying = build.copying(copies);
    private final StartWithContext start =
            new StartWithContext(new CreateContext(copying, contexts, sessions, Redactor.standard()), contexts, copies);
    private Memory memory;

    @BeforeEach
    void aProject() {
        session("s0", SHOP);
        say("s0", Role.USER, "The shop runs on Sundays");
        memory = keep("m1", MemoryType.DECISION, OLD, .8);
        index();
    }

    /// What the indexer does with what a write left.
    private void index() {
        List<Unindexed> marked = source.unindexed(Fixtures.ADA, 100);
        drop.of(List.of(Fixtures.ADA));
        source.markIndexed(marked);
        clock.advance(Duration.ofSeconds(1));
    }

    private void change() {
        Memory.Statement old = memory.statement();
        Memory.Statement changed = new Memory.Statement(
                old.type(),
                NEW,
                old.summary(),
                old.importance(),
                old.confidence(),
                old.entities(),
                old.tags(),
                old.pinned(),
                old.overrides(),
                old.metadata());
        memory = memories.update(memory.with(changed, clock.instant()), Fixtures.EDITED);
    }

    private String read() {
        return copied.read(Fixtures.ADA, Optional.of(SHOP), 30).stream()
                .map(SearchRecord::content)
                .distinct()
                .collect(Collectors.joining());
    }

    @Test
    void readsTheShelvesOnceWhileNothingChanges() {
        String first = read();
        int reads = shelves.reads;
        assertTrue(first.contains(OLD));
        assertEquals(first, read());
        assertEquals(reads, shelves.reads);
    }

    @Test
    void seesAWriteAtOnceAndAfterItWasIndexed() {
        read();
        change();
        assertTrue(read().contains(NEW), "marked");
        index();
        assertTrue(read().contains(NEW), "indexed");
        int reads = shelves.reads;
        assertTrue(read().contains(NEW), "from a copy");
        assertEquals(reads, shelves.reads);
    }

    @Test
    void seesThatAMemoryIsForgotten() {
        read();
        memories.delete(Fixtures.ADA, memory.id(), OptionalLong.empty());
        assertFalse(read().contains(OLD));
        index();
        assertFalse(read().contains(OLD));
        assertFalse(read().contains(OLD));
    }

    /// It read the record, then came the write, its indexing and its invalidation; only then it puts its copy.
    @Test
    void aSlowReaderLeavesNoStaleCopy() {
        shelves.after.add(() -> {
            change();
            index();
        });
        read();
        assertTrue(read().contains(NEW));
        assertTrue(read().contains(NEW));
    }

    /// The write comes while the reader reads, and is indexed only after the copy was put.
    @Test
    void aCopyThatIsOvertakenIsNotUsed() {
        shelves.after.add(this::change);
        read();
        assertTrue(read().contains(NEW), "marked");
        index();
        assertTrue(read().contains(NEW), "indexed");
    }

    /// The writer's side does not reach the cache, the readers do: what they hold is stale, and not used.
    @Test
    void invalidationThatFailsMakesNoAnswerStale() {
        read();
        assertEquals(1, cache.size());
        change();
        cache.goDown();
        index();
        cache.comeBack();
        assertEquals(1, cache.size(), "the old copy is still there");
        assertTrue(read().contains(NEW));
    }

    @Test
    void invalidationRemovesWhatWasForgotten() {
        read();
        memories.delete(Fixtures.ADA, memory.id(), OptionalLong.empty());
        index();
        assertEquals(0, cache.size());
    }

    @Test
    void aCacheThatIsDownChangesNoAnswer() {
        String with = read();
        cache.goDown();
        assertEquals(with, read());
        change();
        assertTrue(read().contains(NEW));
        index();
        assertTrue(read().contains(NEW));
    }

    @Test
    void startsASessionWithACopyOfThePreparedContext() {
        WarmContextKey key = new WarmContextKey(Fixtures.ADA, Optional.of(SHOP));
        new PrepareWarmContext(copying, contexts, copies).prepare(key);
        assertEquals(prepared(), started());
        assertEquals(List.of(1.0), metrics.of(Metric.CACHE_HITS, "warm-copy"));

        change();
        assertTrue(started().text().contains(NEW), "marked");
        index();
        assertTrue(started().text().contains(NEW), "indexed");
    }

    @Test
    void preparesWhatIsNotAtHandAnyMore() {
        WarmContextKey key = new WarmContextKey(Fixtures.ADA, Optional.of(SHOP));
        PrepareWarmContext prepare = new PrepareWarmContext(copying, contexts, copies);
        prepare.prepare(key);
        Context first = prepared();
        clock.advance(Duration.ofSeconds(1));
        prepare.prepare(key);
        assertEquals(first, prepared(), "it is at hand");
        cache.loseAll();
        clock.advance(Duration.ofSeconds(1));
        prepare.prepare(key);
        assertTrue(prepared().createdAt().isAfter(first.createdAt()), "it was lost");
        change();
        index();
        prepare.prepare(key);
        assertTrue(started().text().contains(NEW));
    }

    private Context prepared() {
        return contexts.findWarm(Fixtures.ADA, Optional.of(SHOP)).orElseThrow();
    }

    @Test
    void givesNoOwnerTheCopiesOfAnother() {
        read();
        drop.of(List.of(Fixtures.GRACE));
        assertEquals(List.of(), copied.read(Fixtures.GRACE, Optional.of(SHOP), 30));
        assertEquals(List.of(), copied.read(Fixtures.GRACE, Optional.of(SHOP), 30));
    }

    @Test
    void writesRecordsAndContextsSoThatTheyAreReadTheSame() throws IOException {
        List<SearchRecord> records = shelves.read(Fixtures.ADA, Optional.of(SHOP), 30);
        Context context = copying.build(asking("what about invoices", 2000), Versions.id(resuming(2000)), 3);
        assertEquals(records, reread(new RecordsForm(), records));
        assertEquals(context, reread(new ContextForm(), context));
    }

    private static <T> T reread(Form<T> form, T value) throws IOException {
        var bytes = new ByteArrayOutputStream();
        form.write(value, new DataOutputStream(bytes));
        return form.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
    }

    private Context started() {
        return start.contextOf(
                session("s" + clock.instant().toEpochMilli(), SHOP),
                Optional.empty(),
                new ContextBudget(ContextBudget.DEFAULT_TOKENS));
    }

    /// Counts what is read, and lets something happen after it, before who reads goes on.
    private static final class Watched implements Shelves {
        private final Shelves shelves;
        private final Deque<Runnable> after = new ArrayDeque<>();
        private int reads;

        Watched(Shelves shelves) {
            this.shelves = shelves;
        }

        @Override
        public List<SearchRecord> read(Owner owner, Optional<ProjectId> project, int limit) {
            reads++;
            List<SearchRecord> read = shelves.read(owner, project, limit);
            while (!after.isEmpty()) {
                after.remove().run();
            }
            return read;
        }
    }
}
