package dev.kept.adapters.dynamodb;

import static dev.kept.testkit.Fixtures.ADA;
import static dev.kept.testkit.Fixtures.KEPT;
import static dev.kept.testkit.Fixtures.NOON;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.kept.domain.account.AccountRole;
import dev.kept.domain.account.ApiKey;
import dev.kept.domain.account.User;
import dev.kept.domain.context.MemoryShelf;
import dev.kept.domain.id.KeyId;
import dev.kept.domain.id.MemoryId;
import dev.kept.domain.id.SessionId;
import dev.kept.domain.id.UserId;
import dev.kept.domain.idempotency.IdempotencyStore;
import dev.kept.domain.memory.Memory;
import dev.kept.domain.memory.MemoryQuery;
import dev.kept.domain.page.PageRequest;
import dev.kept.domain.rate.Bucket;
import dev.kept.domain.rate.Drawing;
import dev.kept.domain.rate.RateClass;
import dev.kept.domain.rate.RateLimit;
import dev.kept.testkit.FakeLargeContent;
import dev.kept.testkit.Fixtures;
import dev.kept.testkit.MutableClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// What the calls of each use case consume is what docs/capacity.md says, so that a change of either is seen.
class CapacityIT {
    private static final Path PAGE = Path.of("../../../docs/capacity.md");
    private static final UserId USER = new UserId("ada");
    private static final String CONTENT = "We moved the orders service to Java 25. ".repeat(8);

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

        Files.writeString(Path.of("target/capacity.md"), table);
        String page = Files.readString(PAGE);
        String measured = page.substring(page.indexOf("| key of"), page.lastIndexOf("|\n") + 2);
        assertEquals(table.toString(), measured, "target/capacity.md has the table as it was measured");
    }

    private void accounts(dev.kept.testkit.Stores stores, Stores own) {
        KeyId key = new KeyId("k1");
        stores.accounts()
                .create(
                        new User(USER, Optional.empty(), NOON),
                        new ApiKey(key, USER, AccountRole.USER, "hash", Optional.empty(), NOON));
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

    private void row(String useCase) {
        ConsumedCapacity.Used used = capacity.sinceLastTime();
        table.append(String.format(
                Locale.ROOT, "| %s | %d | %.1f | %.1f |%n", useCase, used.calls(), used.read(), used.written()));
    }
}
