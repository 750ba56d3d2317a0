package dev.kept.adapters.redis;

import dev.kept.domain.cache.Cache;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// Copies in this process, bounded by what they weigh: the owners that were not asked for longest
/// go first.
///
/// A copy of another process's making is never found, and one that another process outdated is
/// never given out, as it is of a version that nobody asks for any more. No library: it would be
/// loaded in every cold start, for a map.
final class ProcessCache implements Cache {
    static final long BYTES_MAX_OF_ALL = 16_000_000;
    /// About what the maps take around a copy.
    private static final int BYTES_AROUND = 200;

    private final Map<Place, Held> places = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;

    private record Held(long version, Map<String, ByteBuffer> copies) {
        static Held empty(long version) {
            return new Held(version, new HashMap<>());
        }

        long bytes() {
            long sum = BYTES_AROUND;
            for (Map.Entry<String, ByteBuffer> copy : copies.entrySet()) {
                sum += BYTES_AROUND
                        + 2L * copy.getKey().length()
                        + copy.getValue().remaining();
            }
            return sum;
        }
    }

    @Override
    public synchronized Map<String, ByteBuffer> find(Place place, long version, Set<String> names) {
        Map<String, ByteBuffer> found = new HashMap<>();
        Held held = places.get(place);
        if (held != null && held.version == version) {
            found.putAll(held.copies);
            found.keySet().retainAll(names);
        }
        return found;
    }

    @Override
    public synchronized void keep(Place place, long version, Map<String, ByteBuffer> copies) {
        Held held = places.getOrDefault(place, Held.empty(version));
        if (held.version > version) {
            return;
        }
        bytes -= places.containsKey(place) ? held.bytes() : 0;
        Held next = held.version == version ? held : Held.empty(version);
        copies.forEach((name, copy) -> {
            if (copy.remaining() <= BYTES_MAX) {
                next.copies.put(name, copied(copy));
            }
        });
        places.put(place, next);
        bytes += next.bytes();
        shrink();
    }

    private static ByteBuffer copied(ByteBuffer copy) {
        byte[] content = new byte[copy.remaining()];
        copy.duplicate().get(content);
        return ByteBuffer.wrap(content).asReadOnlyBuffer();
    }

    private void shrink() {
        Iterator<Held> oldest = places.values().iterator();
        while (bytes > BYTES_MAX_OF_ALL && oldest.hasNext()) {
            bytes -= oldest.next().bytes();
            oldest.remove();
        }
    }

    @Override
    public void forget(Place place, long version) {
        keep(place, version, Map.of());
    }

    @Override
    public synchronized void remove(Place place, Set<String> names) {
        Held held = places.get(place);
        if (held != null) {
            bytes -= held.bytes();
            held.copies.keySet().removeAll(names);
            bytes += held.bytes();
        }
    }

    @Override
    public boolean isShared() {
        return false;
    }

    synchronized long bytes() {
        return bytes;
    }
}
