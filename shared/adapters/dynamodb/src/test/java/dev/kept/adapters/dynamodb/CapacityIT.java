package dev.kept.adapters.dynamodb;

import static dev.kept.testkit.Fixtures.ADA;
import static dev.kept.testkit.Fixtures.GRACE;
import static dev.kept.testkit.Fixtures.KEPT;
import static dev.kept.testkit.Fixtures.NOON;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kept.domain.account.AccountRole;
import dev.kept.domain.account.ApiKey;
import dev.kept.domain.account.User;
import dev.kept.domain.context.Context;
import dev.kept.domain.context.ContextBudget;
import dev.kept.domain.context.ContextRequest;
import dev.kept.domain.context.MemoryShelf;
import dev.kept.domain.extraction.ExtractionCommit;
import dev.kept.domain.extraction.ExtractionCounts;
import dev.kept.domain.extraction.ExtractionMethod;
import dev.kept.domain.extraction.ExtractionRun;
import dev.kept.domain.id.ContextId;
import dev.kept.domain.id.KeyId;
import dev.kept.domain.id.MemoryId;
import dev.kept.domain.id.ProjectId;
import dev.kept.domain.id.SessionId;
import dev.kept.domain.id.TurnId;
import dev.kept.domain.id.UserId;
import dev.kept.domain.idempotency.IdempotencyStore;
import dev.kept.domain.memory.Memory;
import dev.kept.domain.memory.MemoryQuery;
import dev.kept.domain.memory.MemoryType;
import dev.kept.domain.memory.MemoryWrite;
import dev.kept.domain.page.PageRequest;
import dev.kept.domain.rate.Bucket;
import dev.kept.domain.rate.Drawing;
import dev.kept.domain.rate.KeyLimits;
import dev.kept.domain.rate.RateClass;
import dev.kept.domain.rate.RateLimit;
import dev.kept.domain.search.Embedding;
import dev.kept.domain.search.Kind;
import dev.kept.domain.search.SearchFilter;
import dev.kept.domain.search.SearchSource.Unindexed;
import dev.kept.domain.session.Session;
import dev.kept.domain.session.SessionRef;
import dev.kept.domain.session.SessionTail;
import dev.kept.local.template.TableModel;
import dev.kept.testkit.FakeLargeContent;
import dev.kept.testkit.Fixtures;
import dev.kept.testkit.MutableClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// What the calls of each use case consume is what docs/capacity.md says, so that a change of either is seen.
class CapacityIT {
    private static final Path PAGE = Path.of("../../../docs/capacity.md");
    private static final UserId USER = new UserId("ada");
    private static final String CONTENT = "We moved the orders service to Java 25. ".repeat(8);

    private static final ProjectId SHOP = new ProjectId("shop");
    private static final ProjectId LAB = new ProjectId("lab");
    private static final String TURN = CONTENT + CONTENT + "And it holds.";
    private static final String FOUND = CONTENT.substring(0, 150);
    private static final Embedding VECTOR = new Embedding("bge-small-en-v1.5", new float[384]);

    private final ConsumedCapacity capacity = new ConsumedCapacity();
    private final StringBuilder table = new StringBuilder();

    @Test
    void isWhatThePageSays() throws IOException {
        DynamoDbClient client = LocalTables.client(capacity);
        Tables tables = LocalTables.create();
        var clock = MutableClock.atNoon();
        dev.kept.testkit.Stores stores = LocalTables.stores(client, tables, clock, new FakeLargeContent());

        accounts(stores, new Stores(client, tables, clock));
        conversation(stores);
        memories(stores);
        searches(stores);
        lives(stores);
        contexts(stores);
        scoring(stores);

        Files.writeString(Path.of("target/capacity.md"), table);
        String page = Files.readString(PAGE);
        String measured = page.substring(page.indexOf("| key of"), page.lastIndexOf("|\n") + 2);
        assertEquals(table.toString(), measured, "target/capacity.md has the table as it was measured");
    }

    @Test
    void asksTheShelfForNothingThatItLacks() {
        TableModel.Index shelf = LocalTables.model("MemoriesTable-").localIndexes().stream()
                .filter(index -> index.name().equals("shelf"))
                .findFirst()
                .orElseThrow();
        Set<String> held = new HashSet<>(shelf.projectedAttributes());
        held.add(Attribute.OWNER);
        assertTrue(held.containsAll(ShelfItem.ATTRIBUTES));
    }

    private void accounts(dev.kept.testkit.Stores stores, Stores own) {
        KeyId key = new KeyId("k1");
        stores.accounts()
                .create(
                        new User(USER, Optional.empty(), NOON),
                        new ApiKey(key, USER, AccountRole.USER, "hash", Optional.empty(), KeyLimits.NONE, NOON));
        capacity.sinceLastTime();
        stores.accounts().find(key);
        row("key of a request, once a minute");
        var bucket = new Bucket(key, RateClass.WRITE);
        own.buckets().draw(bucket, new Drawing(new RateLimit(20, 100), 1, 2), NOON);
        row("tokens of a rate limit, once in up to ten seconds");
        stores.idempotency().claim(USER, "once", "fingerprint", NOON);
        stores.idempotency().complete(USER, "once", new IdempotencyStore.Reply(201, CONTENT));
        row("`Idempotency-Key` of a write");
    }

    private void conversation(dev.kept.testkit.Stores stores) {
        stores.sessions().create(Fixtures.aSessionIn(KEPT, ADA, "s1"));
        row("start of a session");
        stores.turns().append(ADA, new SessionId("s1"), Fixtures.turns("a", 2), NOON);
        row("two short turns");
        Session another = Fixtures.aSessionIn(KEPT, GRACE, "s1");
        stores.sessions().create(another);
        capacity.sinceLastTime();
        SessionTail tail = SessionTail.of(another);
        stores.turns().append(new SessionRef(GRACE, another.id()), Fixtures.turns("a", 2), NOON, Optional.of(tail));
        row("the same, with a copy of where the session ends");
        stores.turns().inSession(ADA, new SessionId("s1"), PageRequest.first(20));
        row("turns of a session, read");
    }

    private void memories(dev.kept.testkit.Stores stores) {
        Memory memory = stores.memories().create(Fixtures.aFactIn(KEPT, ADA, "m1", CONTENT), Fixtures.CREATED);
        row("memory of 300 characters, created");
        stores.memories().update(Fixtures.reworded(memory, CONTENT + "Really.", NOON), Fixtures.EDITED);
        row("the same, changed");
        stores.memories().find(ADA, memory.id());
        row("the same, read");
        stores.memories().delete(ADA, memory.id(), OptionalLong.empty());
        row("the same, forgotten");
    }

    private void searches(dev.kept.testkit.Stores stores) {
        for (int i = 0; i < 20; i++) {
            stores.memories().create(Fixtures.aFactIn(KEPT, ADA, "n" + i, CONTENT), Fixtures.CREATED);
        }
        capacity.sinceLastTime();
        stores.memories().list(ADA, MemoryQuery.ALL, PageRequest.first(20));
        row("20 memories, listed");
        stores.source().unindexed(ADA, 100);
        row("20 writes that the index lacks, laid over a search");
        stores.shelf().important(ADA, new MemoryShelf.Scope.Project(KEPT), 20);
        row("20 memories of a project for a context");
        stores.source().find(ADA, new MemoryId("n1"));
        row("memory that others are compared with");
        stores.source().markIndexed(stores.source().unindexed(ADA, 100));
        row("20 writes, noted as indexed");
        stores.source().unindexed(ADA, 100);
        row("no writes that the index lacks");
    }

    /// What docs/deploy.md reckons with: records of the size of real ones, from the request until the index has them.
    private void lives(dev.kept.testkit.Stores stores) {
        Session session = Fixtures.aSessionIn(SHOP, ADA, "s2");
        stores.sessions().create(session);
        stores.source().markIndexed(stores.source().unindexed(ADA, 100));
        capacity.sinceLastTime();
        stores.turns().append(ADA, session.id(), List.of(Fixtures.turn("c1", TURN)), NOON);
        row("turn of 700 characters, alone in its request");
        index(stores);
        row("the same, indexed with its vector");
        TurnId read = stores.turns()
                .inSession(ADA, session.id(), PageRequest.first(1))
                .items()
                .getFirst()
                .id();
        capacity.sinceLastTime();
        stores.ledger().commit(run(session, Optional.empty(), read, "e1"));
        row("run of extraction that found a memory of 150 characters");
        index(stores);
        row("the memory, indexed with its vector");
    }

    private void contexts(dev.kept.testkit.Stores stores) {
        ContextRequest request = new ContextRequest(
                ADA, Optional.empty(), Optional.of(SHOP), Optional.of("what now"), new ContextBudget(2000), Set.of());
        List<Context.Item> items = IntStream.range(0, 20)
                .mapToObj(i -> new Context.Item(
                        Kind.MEMORY, "m_" + i, 40, 0.75, List.of("t_" + i), List.of(), Optional.empty(), "asked for"))
                .toList();
        List<Context.Section> sections = List.of(new Context.Section("facts", 800, items));
        stores.contexts()
                .save(new Context(new ContextId("c1"), 1, request, FOUND.repeat(20), 800, sections, 0, false, NOON));
        row("context of 20 memories, kept");
    }

    private void scoring(dev.kept.testkit.Stores stores) {
        Session session = Fixtures.aSessionIn(LAB, ADA, "s3");
        stores.sessions().create(session);
        for (int i = 0; i < 50; i++) {
            stores.turns().append(ADA, session.id(), List.of(Fixtures.turn("l" + i, TURN)), NOON);
            stores.memories().create(Fixtures.aFactIn(LAB, ADA, "l" + i, FOUND), Fixtures.CREATED);
        }
        index(stores);
        capacity.sinceLastTime();
        stores.source().newest(SearchFilter.of(ADA, Optional.of(LAB)), 2_000);
        row("50 turns and 50 memories of a project, scored in place of the index");
    }

    private static ExtractionCommit run(Session session, Optional<TurnId> from, TurnId to, String found) {
        Memory memory = Fixtures.aMemory(
                ADA, found, MemoryType.FACT, FOUND, session.details().projectId(), Optional.of(session.id()), NOON);
        return new ExtractionCommit(
                new SessionRef(ADA, session.id()),
                new ExtractionRun(
                        from,
                        to,
                        new ExtractionCounts(1, 1, 0, 0, 0, 0, 0),
                        ExtractionMethod.rules("rules-1"),
                        NOON,
                        NOON.plusSeconds(1)),
                List.of(new MemoryWrite.Create(memory, Fixtures.CREATED)));
    }

    private void index(dev.kept.testkit.Stores stores) {
        stores.source()
                .markIndexed(stores.source().unindexed(ADA, 100).stream()
                        .map(CapacityIT::withVector)
                        .toList());
    }

    private static Unindexed withVector(Unindexed unindexed) {
        return switch (unindexed) {
            case Unindexed.Changed changed ->
                new Unindexed.Changed(changed.key(), changed.item().withEmbedding(VECTOR));
            case Unindexed.Removed removed -> removed;
        };
    }

    private void row(String useCase) {
        ConsumedCapacity.Used used = capacity.sinceLastTime();
        table.append(String.format(
                Locale.ROOT, "| %s | %d | %.1f | %.1f |%n", useCase, used.calls(), used.read(), used.written()));
    }
}
