package dev.kept.adapters.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kept.domain.telemetry.Metrics;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import redis.clients.jedis.JedisClientConfig;

class RedisConfigTest {
    @Test
    void waitsForTensOfMilliseconds() {
        RedisConfig config = RedisConfig.of("rediss://kept.example:6380");
        assertEquals("kept.example", config.host());
        assertEquals(6380, config.port());
        assertEquals(6379, RedisConfig.of("redis://127.0.0.1").port());
        assertEquals(Duration.ofSeconds(1), config.connectTimeout());
        assertEquals(Duration.ofMillis(50), config.callTimeout());
        assertEquals(Duration.ofSeconds(1), config.recovery());
        assertEquals(Duration.ofSeconds(15), config.recoveryMax());
    }

    @Test
    void isEncryptedInAws() {
        assertTrue(RedisConfig.of("rediss://kept.example").isEncrypted());
        assertFalse(RedisConfig.of("redis://127.0.0.1").isEncrypted());
    }

    @Test
    void asksForACertificateWithItsName() {
        JedisClientConfig settings = Conversation.settings(RedisConfig.of("rediss://kept.example"), "u", "p");
        assertTrue(settings.isSsl());
        assertEquals("HTTPS", settings.getSslParameters().getEndpointIdentificationAlgorithm());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "http://127.0.0.1", "127.0.0.1:6379", "rediss://"})
    void refusesWhatIsNoAddressOfRedis(String endpoint) {
        assertThrows(IllegalArgumentException.class, () -> RedisConfig.of(endpoint));
    }

    @Test
    void isAskedForByItsMode() {
        RedisFactory factory = new RedisFactory();
        assertInstanceOf(ProcessCache.class, factory.cache(Metrics.NONE, "none", "", "prod", ""));
        assertThrows(IllegalArgumentException.class, () -> factory.cache(Metrics.NONE, "memcached", "", "prod", ""));
        assertThrows(IllegalArgumentException.class, () -> factory.cache(Metrics.NONE, "redis", "", "prod", "p"));
    }
}
