package dev.kept.adapters.redis;

import dev.kept.domain.cache.Cache;
import dev.kept.domain.error.DependencyUnavailable;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Protocol.Command;

/// Copies in Redis. A place is one hash, with its version in a field of its own that no copy is
/// named like; so what a place holds is replaced and forgotten in one step, and expires as a whole.
///
/// The keys of an owner begin with the owner, and in a cluster lie on one node.
final class RedisCache implements Cache {
    private static final String VERSION = "";

    /// Replaces an older version, leaves a newer one alone, and begins anew where there would be
    /// too many copies. Removing comes first: a server that is full still takes it, and lets the
    /// rest of the script through after it.
    private static final String KEEP = """
            local held = tonumber(redis.call('HGET', KEYS[1], '') or '-1')
            local version = tonumber(ARGV[1])
            if held > version then return 0 end
            local crowded = redis.call('HLEN', KEYS[1]) + (#ARGV - 3) / 2 > tonumber(ARGV[3])
            if held < version or crowded then
              redis.call('UNLINK', KEYS[1])
              redis.call('HSET', KEYS[1], '', ARGV[1])
            end
            for i = 4, #ARGV, 2 do redis.call('HSET', KEYS[1], ARGV[i], ARGV[i + 1]) end
            redis.call('PEXPIRE', KEYS[1], ARGV[2])
            return 1
            """;

    private final Connection connection;
    private final Guard guard;

    RedisCache(Connection connection, Guard guard) {
        this.connection = connection;
        this.guard = guard;
    }

    @Override
    public Map<String, ByteBuffer> find(Place place, long version, Set<String> names) {
        if (names.isEmpty()) {
            return Map.of();
        }
        List<String> fields = new ArrayList<>(names);
        fields.add(VERSION);
        CommandArguments command = new CommandArguments(Command.HMGET).add(key(place));
        fields.forEach(command::add);
        try {
            return ofVersion(version, fields, guard.call(() -> connection.say(command)));
        } catch (DependencyUnavailable _) {
            return Map.of();
        }
    }

    private static Map<String, ByteBuffer> ofVersion(long version, List<String> fields, Object answer) {
        Map<String, ByteBuffer> copies = new HashMap<>();
        if (answer instanceof List<?> values && values.size() == fields.size()) {
            for (int i = 0; i < fields.size(); i++) {
                if (values.get(i) instanceof byte[] content) {
                    copies.put(fields.get(i), ByteBuffer.wrap(content));
                }
            }
        }
        ByteBuffer held = copies.remove(VERSION);
        return Objects.equals(held, ByteBuffer.wrap(text(version))) ? copies : Map.of();
    }

    @Override
    public void keep(Place place, long version, Map<String, ByteBuffer> copies) {
        try {
            write(place, version, copies);
        } catch (DependencyUnavailable _) {
            // It is read or made again.
        }
    }

    @Override
    public void forget(Place place, long version) {
        keep(place, version, Map.of());
    }

    @Override
    public void remove(Place place, Set<String> names) {
        if (names.isEmpty()) {
            return;
        }
        CommandArguments command = new CommandArguments(Command.HDEL).add(key(place));
        names.forEach(command::add);
        try {
            guard.call(() -> connection.say(command));
        } catch (DependencyUnavailable _) {
            // It expires.
        }
    }

    @Override
    public boolean isShared() {
        return true;
    }

    private void write(Place place, long version, Map<String, ByteBuffer> copies) {
        Limit limit = Limit.of(place.drawer());
        CommandArguments command = new CommandArguments(Command.EVAL)
                .add(KEEP)
                .add(1)
                .add(key(place))
                .add(version)
                .add(limit.lifetime.toMillis())
                .add(limit.copiesMax);
        copies.forEach((name, copy) -> {
            if (copy.remaining() <= BYTES_MAX) {
                command.add(name).add(content(copy));
            }
        });
        guard.call(() -> connection.say(command));
    }

    private static byte[] content(ByteBuffer copy) {
        byte[] content = new byte[copy.remaining()];
        copy.duplicate().get(content);
        return content;
    }

    /// What stands in braces decides on the node.
    private static String key(Place place) {
        return "kept:{" + place.owner().key() + "}:" + place.drawer().name().toLowerCase(Locale.ROOT);
    }

    private static byte[] text(long number) {
        return Long.toString(number).getBytes(StandardCharsets.US_ASCII);
    }

    /// How long a place is kept after it was last written, and how many copies it holds at most: a
    /// vector has 1.5 KB, a shelf of memories some 100, and what is kept of a session some 100 bytes.
    private enum Limit {
        RECORDS(Duration.ofHours(1), 50),
        VECTORS(Duration.ofDays(1), 2_000),
        SESSIONS(Duration.ofHours(1), 500);

        private final Duration lifetime;
        private final int copiesMax;

        Limit(Duration lifetime, int copiesMax) {
            this.lifetime = lifetime;
            this.copiesMax = copiesMax;
        }

        static Limit of(Drawer drawer) {
            return switch (drawer) {
                case RECORDS -> RECORDS;
                case VECTORS -> VECTORS;
                case SESSIONS -> SESSIONS;
            };
        }
    }
}
