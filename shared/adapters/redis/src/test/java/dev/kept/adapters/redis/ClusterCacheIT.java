package dev.kept.adapters.redis;

import dev.kept.domain.cache.Cache;
import dev.kept.testkit.contract.CacheContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/// The same against a server that speaks to clients of clusters, as ElastiCache Serverless does.
class ClusterCacheIT extends CacheContract {
    private static Server server;
    private static Connection connection;

    @BeforeAll
    static void start() {
        server = Server.start("--cluster", "on");
        connection = Server.connection(server.config());
    }

    @AfterAll
    static void stop() {
        connection.close();
        server.close();
    }

    @Override
    protected Cache open() {
        RedisCache cache = Server.cache(server.config(), connection);
        Server.send(connection, "FLUSHALL");
        return cache;
    }
}
