package dev.kept.adapters.dynamodb;

import static dev.kept.testkit.Fixtures.ADA;
import static dev.kept.testkit.Fixtures.aSession;
import static dev.kept.testkit.Fixtures.turn;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kept.domain.id.Ids;
import dev.kept.domain.id.MemoryId;
import dev.kept.domain.id.SessionId;
import dev.kept.domain.memory.Change;
import dev.kept.domain.memory.Memory;
import dev.kept.domain.redaction.StoredTexts;
import dev.kept.domain.search.SearchSource.Unindexed;
import dev.kept.domain.session.Turn;
import dev.kept.testkit.FakeLargeContent;
import dev.kept.testkit.Fixtures;
import dev.kept.testkit.MutableClock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DynamoDbStoredTextsIT {
    private static final SessionId S1 = new SessionId("s1");
    private static final String SECRET = "hush";

    private final MutableClock clock = MutableClock.atNoon();
    private final FakeLargeContent large = new FakeLargeContent();
    private final Stores stores = new Stores(LocalTables.CLIENT, LocalTables.create(), clock);
    private final StoredTexts texts = stores.texts(large);

    @BeforeEach
    void startASession() {
        stores.sessions(large).create(aSession(ADA, "s1"));
    }

    @Test
    void rewritesTurnsWhereverTheirContentLies() {
        append("a", "say " + SECRET);
        append("b", SECRET + "ä".repeat(99_000));
        String before = large.keys().iterator().next();
        indexAll();

        assertEquals(2, sweep());

        List<String> contents =
                turns().stream().map(it -> it.utterance().content()).toList();
        assertEquals("say [x]", contents.getFirst());
        assertTrue(contents.get(1).startsWith("[x]ää"));
        assertFalse(large.keys().contains(before));
        assertEquals(1, large.keys().size());
        assertEquals(2, stores.searchSource(large).unindexed(ADA, 10).size());
        assertEquals(0, sweep());
    }

    @Test
    void rewritesAMemoryItsEarlierVersionsAndItsMetadata() {
        Memory memory =
                stores.memories().create(Fixtures.aFact(ADA, "m_1", "we say " + SECRET), new Change("test", "created"));
        stores.memories()
                .update(
                        memory.with(memory.statement().withConfidence(0.3), clock.instant()),
                        new Change("test", "changed"));

        assertEquals(2, sweep());

        Memory now = stores.memories().find(ADA, new MemoryId("m_1")).orElseThrow();
        assertEquals("we say [x]", now.statement().content());
        assertEquals(3, now.version());
        assertEquals(0, sweep());
    }

    /// Page by page, as small as they get.
    private int sweep() {
        int rewritten = 0;
        Optional<String> cursor = Optional.empty();
        do {
            StoredTexts.Sweep sweep = texts.rewrite(cursor, 1, text -> text.replace(SECRET, "[x]"));
            rewritten += sweep.rewritten();
            cursor = sweep.next();
        } while (cursor.isPresent());
        return rewritten;
    }

    private void indexAll() {
        List<Unindexed> marked = new ArrayList<>(stores.searchSource(large).unindexed(ADA, 10));
        stores.searchSource(large).markIndexed(marked);
    }

    private List<Turn> turns() {
        return stores.turns(large, new Ids(clock)).after(ADA, S1, Optional.empty(), 10);
    }

    private void append(String clientId, String content) {
        stores.turns(large, new Ids(clock)).append(ADA, S1, List.of(turn(clientId, content)), clock.instant());
    }
}
