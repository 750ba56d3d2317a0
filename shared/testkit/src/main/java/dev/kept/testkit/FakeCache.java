package dev.kept.testkit;

import dev.kept.domain.cache.Cache;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// Copies in memory, as if all processes shared them; it can be taken down, and forgets nothing by
/// itself.
public final class FakeCache implements Cache {
    private final Map<Place, Held> places = new HashMap<>();
    private boolean down;

    private record Held(long version, Map<String, ByteBuffer> copies) {}

    public synchronized void goDown() {
        down = true;
    }

    public synchronized void comeBack() {
        down = false;
    }

    /// As one that was started anew.
    public synchronized void loseAll() {
        places.clear();
    }

    /// How many copies there are of all owners.
    public synchronized int size() {
        return places.values().stream().mapToInt(held -> held.copies.size()).sum();
    }

    @Override
    public synchronized Map<String, ByteBuffer> find(Place place, long version, Set<String> names) {
        Map<String, ByteBuffer> found = new HashMap<>(down ? Map.of() : held(place, version).copies);
        found.keySet().retainAll(names);
        return found;
    }

    private Held held(Place place, long version) {
        Held held = places.getOrDefault(place, new Held(version, Map.of()));
        return held.version == version ? held : new Held(version, Map.of());
    }

    @Override
    public synchronized void keep(Place place, long version, Map<String, ByteBuffer> copies) {
        if (down || isNewer(place, version)) {
            return;
        }
        Map<String, ByteBuffer> all = new HashMap<>(held(place, version).copies);
        copies.forEach((name, copy) -> {
            if (copy.remaining() <= BYTES_MAX) {
                all.put(name, copy.asReadOnlyBuffer());
            }
        });
        places.put(place, new Held(version, all));
    }

    @Override
    public synchronized void forget(Place place, long version) {
        if (!down && !isNewer(place, version)) {
            places.put(place, held(place, version));
        }
    }

    private boolean isNewer(Place place, long version) {
        return places.containsKey(place) && places.get(place).version > version;
    }

    @Override
    public synchronized void remove(Place place, Set<String> names) {
        if (!down && places.containsKey(place)) {
            Held held = places.get(place);
            Map<String, ByteBuffer> left = new HashMap<>(held.copies);
            left.keySet().removeAll(names);
            places.put(place, new Held(held.version, left));
        }
    }

    @Override
    public boolean isShared() {
        return true;
    }
}
