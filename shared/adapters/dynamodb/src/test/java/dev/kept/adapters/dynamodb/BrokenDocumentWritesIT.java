package dev.kept.adapters.dynamodb;

import static dev.kept.testkit.Fixtures.ADA;
import static dev.kept.testkit.Fixtures.aDocument;
import static dev.kept.testkit.Fixtures.chunks;
import static dev.kept.testkit.Fixtures.nextEdition;
import static dev.kept.testkit.Fixtures.withChunks;
import static dev.kept.testkit.contract.DocumentStoreContract.visible;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kept.domain.document.Document;
import dev.kept.domain.error.Throttled;
import dev.kept.testkit.FakeLargeContent;
import dev.kept.testkit.MutableClock;
import dev.kept.testkit.Stores;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/// Writes of documents that break off at each of their calls in turn: a search sees the edition before or the new one,
/// whole, and what was left is cleared away.
class BrokenDocumentWritesIT {
    private static final String[] OLD = numbered("old", 120);
    private static final String[] NEW = numbered("new", 130);
    private static final int CALLS_MAX = 60;
    private final MutableClock clock = MutableClock.atNoon();
    private final FakeLargeContent large = new FakeLargeContent();
    private final Tables tables = LocalTables.create();
    private final Stores others = LocalTables.stores(LocalTables.CLIENT, tables, clock, large);
    private final Stores ours = LocalTables.stores(LocalTables.client(new Death()), tables, clock, large);
    private int callsLeft = Integer.MAX_VALUE;

    private static final class Died extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private final class Death implements ExecutionInterceptor {
        @Override
        public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
            callsLeft--;
            if (callsLeft < 0) {
                throw new Died();
            }
        }
    }

    @Test
    void aReplacementIsSeenWholeOrNotAtAll() {
        Document old = withChunks(aDocument(ADA, "d_1", "file:a"), OLD);
        others.documents().put(old, "old", chunks(OLD));
        Document current = old;
        boolean done = false;
        for (int calls = 1; !done; calls++) {
            assertTrue(calls < CALLS_MAX);
            index();
            done = isDone(calls, nextEdition(withChunks(current, NEW)));
            Set<String> seen = assertWhole();
            settle();
            assertEquals(seen, visible(others, ADA));
            index();
            assertEquals(seen, visible(others, ADA));
            current = others.documents().read(ADA, old.id()).orElseThrow().document();
            if (!done && current.version() > old.version()) {
                current = backTo(OLD, current);
            }
        }
        assertEquals(Set.of(NEW), visible(others, ADA));
    }

    @Test
    void aRemovalIsSeenWholeOrNotAtAll() {
        Document document = withChunks(aDocument(ADA, "d_1", "file:a"), OLD);
        others.documents().put(document, "old", chunks(OLD));
        index();
        boolean done = false;
        for (int calls = 1; !done; calls++) {
            callsLeft = calls;
            try {
                ours.documents().delete(ADA, document.id());
                done = true;
            } catch (Died expected) {
                assertTrue(Set.of(Set.of(OLD), Set.of()).contains(visible(others, ADA)));
                settle();
            }
        }
        assertEquals(Set.of(), visible(others, ADA));
    }

    @Test
    void aWriterWaitsForAnotherAndTakesOverWhenItIsSlow() {
        Document old = withChunks(aDocument(ADA, "d_1", "file:a"), OLD);
        others.documents().put(old, "old", chunks(OLD));
        index();
        callsLeft = 4;
        Document next = nextEdition(withChunks(old, NEW));
        assertThrows(Died.class, () -> ours.documents().put(next, "new", chunks(NEW)));
        Document another = nextEdition(withChunks(old, "third"));
        assertThrows(Throttled.class, () -> others.documents().put(another, "third", chunks("third")));
        clock.advance(Duration.ofSeconds(6));
        others.documents().put(another, "third", chunks("third"));
        assertEquals(Set.of("third"), visible(others, ADA));
        index();
        assertEquals(Set.of("third"), visible(others, ADA));
    }

    private boolean isDone(int calls, Document next) {
        callsLeft = calls;
        try {
            ours.documents().put(next, "new", chunks(NEW));
            return true;
        } catch (Died expected) {
            return false;
        }
    }

    private Document backTo(String[] contents, Document current) {
        Document back = nextEdition(withChunks(current, contents));
        others.documents().put(back, "old", chunks(contents));
        return back;
    }

    private Set<String> assertWhole() {
        Set<String> seen = visible(others, ADA);
        assertTrue(List.of(Set.of(OLD), Set.of(NEW), Set.of()).contains(seen), () -> "a mix of " + seen.size());
        return seen;
    }

    private void settle() {
        clock.advance(Duration.ofMinutes(2));
        others.documents().settle(clock.instant().minusSeconds(60), 10);
        assertEquals(0, others.documents().settle(clock.instant(), 10));
    }

    private void index() {
        others.source().markIndexed(others.source().unindexed(ADA, 2_000));
    }

    private static String[] numbered(String text, int count) {
        return IntStream.range(0, count).mapToObj(i -> text + " " + i).toArray(String[]::new);
    }
}
