package dev.kept.adapters.redis;

import java.net.URI;
import java.time.Duration;

/// Where Redis is and how long to wait for it. What takes longer than this is sooner read from the
/// record.
///
/// @param endpoint `redis://` for a server on this machine, `rediss://` for one behind TLS
/// @param connectTimeout for the whole way to a connection, which nobody waits for
/// @param callTimeout for one answer; within a zone it takes half a millisecond
/// @param recovery how long a server that does not answer is left alone; twice as long each time,
/// up to `recoveryMax`
record RedisConfig(
        URI endpoint, Duration connectTimeout, Duration callTimeout, Duration recovery, Duration recoveryMax) {
    private static final int PORT = 6379;

    RedisConfig {
        if (!"redis".equals(endpoint.getScheme()) && !"rediss".equals(endpoint.getScheme())) {
            throw new IllegalArgumentException("kept.cache.endpoint must be a redis or rediss URL");
        }
        if (endpoint.getHost() == null) {
            throw new IllegalArgumentException("kept.cache.endpoint must name a host");
        }
    }

    static RedisConfig of(String endpoint) {
        return new RedisConfig(
                URI.create(endpoint),
                Duration.ofSeconds(1),
                Duration.ofMillis(50),
                Duration.ofSeconds(1),
                Duration.ofSeconds(15));
    }

    boolean isEncrypted() {
        return "rediss".equals(endpoint.getScheme());
    }

    String host() {
        return endpoint.getHost();
    }

    int port() {
        return endpoint.getPort() < 0 ? PORT : endpoint.getPort();
    }
}
