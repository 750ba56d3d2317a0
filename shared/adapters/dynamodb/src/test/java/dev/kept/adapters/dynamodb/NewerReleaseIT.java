package dev.kept.adapters.dynamodb;

import static dev.kept.testkit.Fixtures.ADA;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kept.domain.error.DependencyUnavailable;
import dev.kept.domain.id.SessionId;
import dev.kept.domain.memory.Memory;
import dev.kept.domain.memory.MemoryQuery;
import dev.kept.domain.page.PageRequest;
import dev.kept.domain.search.SearchFilter;
import dev.kept.domain.session.SessionQuery;
import dev.kept.testkit.FakeLargeContent;
import dev.kept.testkit.Fixtures;
import dev.kept.testkit.MutableClock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// A rollback: this release meets what a newer one has written.
class NewerReleaseIT {
    private static final String LATER = "writtenLater";

    private Tables tables;
    private dev.kept.testkit.Stores stores;

    @BeforeEach
    void open() {
        tables = LocalTables.create();
        stores = LocalTables.stores(LocalTables.CLIENT, tables, MutableClock.atNoon(), new FakeLargeContent());
    }

    @Test
    void readsARecordThatHasAttributesItDoesNotKnow() {
        Memory memory = stores.memories().create(Fixtures.aFact(ADA, "m1", "We moved to Java 25."), Fixtures.CREATED);
        set(key(memory), LATER, AttributeValue.fromS("a value"));

        assertEquals(Optional.of(memory), stores.memories().find(ADA, memory.id()));
        assertEquals(List.of(memory), memories());
    }

    @Test
    void keepsThemWhenItChangesTheRecord() {
        Memory memory = stores.memories().create(Fixtures.aFact(ADA, "m1", "We moved to Java 25."), Fixtures.CREATED);
        set(key(memory), LATER, AttributeValue.fromS("a value"));

        stores.memories().update(Fixtures.reworded(memory, "We moved to Java 26.", Fixtures.NOON), Fixtures.CREATED);

        assertEquals(AttributeValue.fromS("a value"), attributes(key(memory)).get(LATER));
    }

    @Test
    void listsAndSearchesTheRestWhenItDoesNotKnowAType() {
        Memory known = stores.memories().create(Fixtures.aFact(ADA, "m1", "We moved to Java 25."), Fixtures.CREATED);
        Memory newer = stores.memories().create(Fixtures.aFact(ADA, "m2", "We like tests."), Fixtures.CREATED);
        set(key(newer), "type", AttributeValue.fromS("INTUITION"));

        assertEquals(List.of(known), memories());
        assertEquals(
                1,
                stores.source()
                        .newest(SearchFilter.of(ADA, Optional.empty()), 10)
                        .size());
        assertEquals(1, stores.shelf().newest(ADA, 10).size());
        assertEquals(1, stores.source().unindexed(ADA, 10).size());
    }

    @Test
    void saysOfOneAskedForThatItIsNotAvailableNow() {
        Memory newer = stores.memories().create(Fixtures.aFact(ADA, "m2", "We like tests."), Fixtures.CREATED);
        set(key(newer), "type", AttributeValue.fromS("INTUITION"));

        assertThrows(DependencyUnavailable.class, () -> stores.memories().find(ADA, newer.id()));
    }

    /// The mark stays, so the newer release finds and indexes it when it is back.
    @Test
    void leavesTheMarkOfARecordThatItCannotIndex() {
        Memory newer = stores.memories().create(Fixtures.aFact(ADA, "m2", "We like tests."), Fixtures.CREATED);
        set(key(newer), "type", AttributeValue.fromS("INTUITION"));

        stores.source().markIndexed(stores.source().unindexed(ADA, 10));

        assertTrue(attributes(key(newer)).containsKey(Attribute.UNINDEXED_SINCE));
    }

    @Test
    void listsSessionsOfWhichItDoesNotKnowTheStatus() {
        stores.sessions().create(Fixtures.aSessionIn(Fixtures.KEPT, ADA, "s1"));
        stores.sessions().create(Fixtures.aSessionIn(Fixtures.KEPT, ADA, "s2"));
        set(
                new Key(tables.sessions(), Attribute.OWNER, ADA.key(), Keys.session(new SessionId("s2"))),
                "status",
                AttributeValue.fromS("DREAMING"));

        assertEquals(
                List.of(new SessionId("s1")),
                stores.sessions().list(ADA, SessionQuery.of(Fixtures.KEPT), PageRequest.first(10)).items().stream()
                        .map(session -> session.id())
                        .toList());
    }

    private List<Memory> memories() {
        return stores.memories()
                .list(ADA, MemoryQuery.ALL, PageRequest.first(10))
                .items();
    }

    private Key key(Memory memory) {
        return new Key(tables.memories(), Attribute.OWNER, ADA.key(), Keys.memory(memory.id()));
    }

    private static void set(Key key, String name, AttributeValue value) {
        LocalTables.CLIENT.updateItem(update -> update.tableName(key.table())
                .key(key.attributes())
                .updateExpression("SET #name = :value")
                .expressionAttributeNames(Map.of("#name", name))
                .expressionAttributeValues(Map.of(":value", value)));
    }

    private static Map<String, AttributeValue> attributes(Key key) {
        return LocalTables.CLIENT
                .getItem(get -> get.tableName(key.table()).key(key.attributes()))
                .item();
    }
}
