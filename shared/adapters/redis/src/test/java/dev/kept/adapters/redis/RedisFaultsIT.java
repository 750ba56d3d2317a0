package dev.kept.adapters.redis;

import static dev.kept.testkit.Fixtures.ADA;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kept.domain.cache.Cache;
import dev.kept.domain.cache.Cache.Drawer;
import dev.kept.domain.cache.Cache.Place;
import dev.kept.domain.telemetry.Metric;
import dev.kept.local.redis.LocalRedis;
import dev.kept.testkit.FakeMetrics;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionException;
import org.crac.Core;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Protocol.Command;

/// A cache that is full, gone, silent, shut or just restored changes nothing but how long an answer takes.
class RedisFaultsIT {
    private static final Place PLACE = new Place(ADA, Drawer.RECORDS);
    private static final Map<String, ByteBuffer> COPY =
            Map.of("a", ByteBuffer.wrap("copy".getBytes(StandardCharsets.UTF_8)));

    private final FakeMetrics metrics = new FakeMetrics();

    @Test
    void keepsNothingMoreWhenItIsFullAndStillForgets() {
        try (Server server = Server.start("--memory", "3", "--policy", "noeviction")) {
            Connection connection = Server.connection(server.config());
            Cache cache = Server.cache(server.config(), connection);
            cache.keep(PLACE, 7, COPY);
            int kept = 0;
            while (kept < 50 && fill(cache, kept)) {
                kept++;
            }
            assertTrue(kept < 50, "it was to be full by now");

            assertEquals(COPY, cache.find(PLACE, 7, Set.of("a")));
            cache.forget(PLACE, 8);
            assertEquals(Map.of(), cache.find(PLACE, 7, Set.of("a")));
            Place vectors = new Place(ADA, Drawer.VECTORS);
            cache.remove(vectors, Set.of("fill 0"));
            assertEquals(Map.of(), cache.find(vectors, 1, Set.of("fill 0")));
            connection.close();
        }
    }

    private static boolean fill(Cache cache, int number) {
        String name = "fill " + number;
        Place vectors = new Place(ADA, Drawer.VECTORS);
        cache.keep(vectors, 1, Map.of(name, ByteBuffer.allocate(200_000)));
        return !cache.find(vectors, 1, Set.of(name)).isEmpty();
    }

    @Test
    void knowsNothingWhileTheServerIsGoneAndGoesOnWhenItIsBack() {
        Server server = Server.start();
        Connection connection = Server.connection(server.config());
        Cache cache = Server.cache(server.config(), connection);
        cache.keep(PLACE, 7, COPY);
        assertEquals(COPY, cache.find(PLACE, 7, Set.of("a")));

        server.close();
        assertEquals(Map.of(), cache.find(PLACE, 7, Set.of("a")));
        cache.keep(PLACE, 7, COPY);
        cache.forget(PLACE, 8);
        cache.remove(PLACE, Set.of("a"));

        try (Server _ = Server.startAt(server.port())) {
            awaitKept(cache);
            assertEquals(COPY, cache.find(PLACE, 7, Set.of("a")));
        } finally {
            connection.close();
        }
    }

    @Test
    void isThereLaterWhereTheServerWasNotThereAtFirst() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        Connection connection = Server.connection(Server.config(port));
        assertThrows(CompletionException.class, connection.open()::join);
        Cache cache = new RedisCache(connection, new Guard(Server.config(port), metrics));
        assertEquals(Map.of(), cache.find(PLACE, 7, Set.of("a")));
        assertEquals(List.of(1.0), metrics.of(Metric.CACHE_UNANSWERED));

        try (Server _ = Server.startAt(port)) {
            awaitKept(cache);
        } finally {
            connection.close();
        }
    }

    /// The worst that it can do: take connections, and say nothing.
    @Test
    void costsNothingWhereTheServerIsSilent() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            RedisConfig config = RedisConfig.of("redis://127.0.0.1:" + silent.getLocalPort());
            Connection connection = Server.connection(config);
            Cache cache = new RedisCache(connection, new Guard(config, metrics));
            long begin = System.nanoTime();
            for (int i = 0; i < 1_000; i++) {
                assertEquals(Map.of(), cache.find(PLACE, 7, Set.of("a")));
                cache.keep(PLACE, 7, COPY);
            }
            Duration took = Duration.ofNanos(System.nanoTime() - begin);
            assertTrue(took.compareTo(Duration.ofSeconds(2)) < 0, took::toString);
            connection.close();
        }
    }

    /// It was there, and hangs now: the first two calls wait for their timeout, and then nobody does for a while.
    @Test
    void stopsAskingAServerThatHangs() {
        try (Server server = Server.start()) {
            RedisConfig config = new RedisConfig(
                    URI.create("redis://127.0.0.1:" + server.port()),
                    Duration.ofSeconds(5),
                    Duration.ofMillis(200),
                    Duration.ofMinutes(1),
                    Duration.ofMinutes(1));
            Connection connection = Server.connection(config);
            Cache cache = Server.cache(config, connection);
            Connection another = Server.connection(server.config());
            Server.send(another, "CLIENT", "PAUSE", "600000", "ALL");
            long begin = System.nanoTime();
            for (int i = 0; i < 100; i++) {
                assertEquals(Map.of(), cache.find(PLACE, 7, Set.of("a")));
            }
            Duration took = Duration.ofNanos(System.nanoTime() - begin);
            assertTrue(took.compareTo(Duration.ofSeconds(2)) < 0, took::toString);
            connection.close();
            another.close();
        }
    }

    @Test
    void knowsNothingWhereItsPasswordIsNotTaken() {
        try (Server server = Server.start()) {
            Connection connection = new Connection(server.config(), "default", () -> "another");
            assertThrows(CompletionException.class, connection.open()::join);
            Cache cache = new RedisCache(connection, new Guard(server.config(), metrics));
            cache.keep(PLACE, 7, COPY);
            assertEquals(Map.of(), cache.find(PLACE, 7, Set.of("a")));
            connection.close();
        }
    }

    /// A package that lacks something fails no request for it.
    @Test
    void knowsNothingWhereItsOwnCodeIsBroken() {
        RedisConfig config = Server.config(1);
        Connection connection = new Connection(config, "default", () -> {
            throw new ExceptionInInitializerError("of the signer");
        });
        assertThrows(CompletionException.class, connection.open()::join);
        Cache cache = new RedisCache(connection, new Guard(config, metrics));
        cache.keep(PLACE, 7, COPY);
        assertEquals(Map.of(), cache.find(PLACE, 7, Set.of("a")));
        assertEquals(List.of(1.0, 1.0), metrics.of(Metric.CACHE_UNANSWERED));
    }

    /// A process that has just begun, and goes on without waiting.
    @Test
    void countsNoCallBeforeTheFirstConnectionIsMade() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            RedisConfig config = RedisConfig.of("redis://127.0.0.1:" + silent.getLocalPort());
            Connection connection = Server.connection(config);
            Cache cache = new RedisCache(connection, new Guard(config, metrics));
            assertEquals(Map.of(), cache.find(PLACE, 7, Set.of("a")));
            assertEquals(List.of(), metrics.of(Metric.CACHE_UNANSWERED));
            connection.close();
        }
    }

    /// A snapshot is taken after the function was rehearsed, and its copies each make a connection of their own.
    @Test
    void holdsNoConnectionInASnapshotAndMakesOneAfterIt() {
        try (Server server = Server.start()) {
            Connection connection = Server.connection(server.config());
            Cache cache = Server.cache(server.config(), connection);
            cache.keep(PLACE, 7, COPY);
            Conversation before = connection.open().join();
            connection.beforeCheckpoint(Core.getGlobalContext());
            assertThrows(IOException.class, () -> before.say(new CommandArguments(Command.PING)));
            connection.afterRestore(Core.getGlobalContext());

            awaitKept(cache);
            assertEquals(COPY, cache.find(PLACE, 7, Set.of("a")));
            connection.close();
        }
    }

    /// Whoever waited for their turn meanwhile does not have it made again by Jedis, which would not sign in.
    @Test
    void saysNothingMoreAfterTheEnd() throws IOException {
        try (Server server = Server.start()) {
            Conversation conversation = Conversation.begin(server.config(), "default", LocalRedis.PASSWORD);
            CommandArguments ping = new CommandArguments(Command.PING);
            conversation.say(ping);
            conversation.close();
            assertThrows(IOException.class, () -> conversation.say(ping));
        }
    }

    @Test
    void tellsOfARefusalNoMoreThanItsKind() {
        try (Server server = Server.start()) {
            Connection connection = Server.connection(server.config());
            Refused refused = assertThrows(
                    Refused.class,
                    () -> Server.send(connection, "EVAL", "return redis.error_reply('OOM secret')", "0"));
            assertEquals("redis refused: OOM", refused.getMessage());
            assertNull(refused.getCause());
            connection.close();
        }
    }

    /// Tries until it is kept, as requests do; the time that Redis takes to come back is not ours to know.
    private static void awaitKept(Cache cache) {
        long until = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (System.nanoTime() < until) {
            cache.keep(PLACE, 7, COPY);
            if (COPY.equals(cache.find(PLACE, 7, Set.of("a")))) {
                return;
            }
            Thread.onSpinWait();
        }
        throw new AssertionError("it never came back");
    }
}
