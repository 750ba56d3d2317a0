package dev.kept.adapters.dynamodb;

import static dev.kept.testkit.Fixtures.ADA;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.kept.domain.id.SessionId;
import dev.kept.domain.memory.Memory;
import dev.kept.domain.session.Session;
import dev.kept.domain.telemetry.Trace;
import dev.kept.domain.telemetry.TraceContext;
import dev.kept.testkit.FakeLargeContent;
import dev.kept.testkit.Fixtures;
import dev.kept.testkit.MutableClock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Whoever hears of a write from the stream finds where in a trace it happened, and whoever reads the record does not.
class TracedIT {
    private static final TraceContext PLACE =
            new TraceContext("4bf92f3577b34da6a3ce929d0e0e4736", "00f067aa0ba902b7", true);
    private static final TraceContext LATER =
            new TraceContext("4bf92f3577b34da6a3ce929d0e0e4737", "00f067aa0ba902b8", true);

    private Tables tables;
    private dev.kept.testkit.Stores stores;

    @BeforeEach
    void open() {
        tables = LocalTables.create();
        stores = LocalTables.stores(LocalTables.CLIENT, tables, MutableClock.atNoon(), new FakeLargeContent());
        Trace.workAt(Optional.of(PLACE));
    }

    @AfterEach
    void leave() {
        Trace.none();
    }

    @Test
    void aMemoryIsReadAsIfThereWereNoTrace() {
        Memory memory = aMemory();

        assertEquals(Optional.of(PLACE.traceparent()), traceparent(memory));
        assertEquals(Optional.of(memory), stores.memories().find(ADA, memory.id()));
    }

    @Test
    void aChangeBelongsToTheTraceThatItIsMadeIn() {
        Memory memory = aMemory();

        Trace.workAt(Optional.of(LATER));
        Memory changed = stores.memories()
                .update(Fixtures.reworded(memory, "We moved to Java 26.", Fixtures.NOON), Fixtures.EDITED);
        assertEquals(Optional.of(LATER.traceparent()), traceparent(changed));

        Trace.none();
        Memory again = stores.memories()
                .update(Fixtures.reworded(changed, "We moved to Java 27.", Fixtures.NOON), Fixtures.EDITED);
        assertEquals(Optional.empty(), traceparent(again));
    }

    @Test
    void noEarlierVersionKeepsIt() {
        Memory memory = aMemory();
        stores.memories().update(Fixtures.reworded(memory, "We moved to Java 26.", Fixtures.NOON), Fixtures.EDITED);

        assertEquals(
                Optional.empty(),
                traceparent(new Key(tables.memories(), Attribute.OWNER, ADA.key(), Keys.history(memory.id(), 1))));
    }

    @Test
    void itGoesWithTheMark() {
        Memory memory = aMemory();

        stores.source().markIndexed(stores.source().unindexed(ADA, 10));

        assertEquals(Optional.empty(), traceparent(memory));
    }

    @Test
    void aTurnAndTheEndOfASessionHaveIt() {
        Session session = Fixtures.aSession(ADA, "s1");
        stores.sessions().create(session);
        stores.turns().append(ADA, session.id(), List.of(Fixtures.turn("c1", "hello")), Fixtures.NOON);
        Trace.workAt(Optional.of(LATER));
        Session current = stores.sessions().find(ADA, session.id()).orElseThrow();
        stores.sessions().update(current);

        assertEquals(Optional.of(PLACE.traceparent()), traceparent(sessions("TURN#s1#C:c1")));
        assertEquals(Optional.of(LATER.traceparent()), traceparent(sessions(Keys.session(new SessionId("s1")))));
    }

    @Test
    void nothingIsWrittenWhereNothingIsTraced() {
        Trace.none();
        assertEquals(Optional.empty(), traceparent(aMemory()));
    }

    private Memory aMemory() {
        return stores.memories().create(Fixtures.aFact(ADA, "m1", "We moved to Java 25."), Fixtures.CREATED);
    }

    private Key sessions(String item) {
        return new Key(tables.sessions(), Attribute.OWNER, ADA.key(), item);
    }

    private Optional<String> traceparent(Memory memory) {
        return traceparent(new Key(tables.memories(), Attribute.OWNER, ADA.key(), Keys.memory(memory.id())));
    }

    private static Optional<String> traceparent(Key key) {
        Map<String, AttributeValue> item = LocalTables.CLIENT
                .getItem(get -> get.tableName(key.table()).key(key.attributes()))
                .item();
        assertEquals(AttributeValue.fromS(ADA.key()), item.get(Attribute.OWNER), "is there");
        return Optional.ofNullable(item.get(TraceContext.NAME)).map(AttributeValue::s);
    }
}
