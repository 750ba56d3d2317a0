package dev.kept.adapters.redis;

import dev.kept.domain.cache.Cache;
import dev.kept.testkit.contract.CacheContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;

/// What a cache on a server promises; the server is the same for all tests of a class, and empty for each.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ServedCacheContract extends CacheContract {
    private final Server server;
    private final Connection connection;

    ServedCacheContract(String... options) {
        this.server = Server.start(options);
        this.connection = Server.connection(server.config());
    }

    @AfterAll
    void stop() {
        connection.close();
        server.close();
    }

    @Override
    protected Cache open() {
        send("FLUSHALL");
        return Server.cache(server.config(), connection);
    }

    Object send(String... words) {
        return Server.send(connection, words);
    }
}
