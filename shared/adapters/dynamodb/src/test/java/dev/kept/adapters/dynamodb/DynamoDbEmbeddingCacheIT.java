package dev.kept.adapters.dynamodb;

import static dev.kept.testkit.Fixtures.ADA;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.kept.domain.search.EmbeddingCache;
import dev.kept.domain.search.EmbeddingCache.TextKey;
import dev.kept.testkit.MutableClock;
import dev.kept.testkit.contract.EmbeddingCacheContract;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DynamoDbEmbeddingCacheIT extends EmbeddingCacheContract {
    private final MutableClock clock = MutableClock.atNoon();

    @Override
    protected EmbeddingCache open() {
        return new Stores(LocalTables.CLIENT, LocalTables.create(), clock).embeddings();
    }

    @Test
    void forgetsAfterAMonthEvenBeforeTheTableDoes() {
        TextKey key = TextKey.of(ADA, "model", "a text");
        cache().keep(Map.of(key, towards(1, 0)));

        clock.advance(Duration.ofDays(31));

        assertEquals(Map.of(), cache().find(Set.of(key)));
    }
}
