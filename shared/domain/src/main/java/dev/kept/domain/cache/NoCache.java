package dev.kept.domain.cache;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Set;

/// Keeps nothing.
final class NoCache implements Cache {
    @Override
    public Map<String, ByteBuffer> find(Place place, long version, Set<String> names) {
        return Map.of();
    }

    @Override
    public void keep(Place place, long version, Map<String, ByteBuffer> copies) {
        // Nothing is kept.
    }

    @Override
    public void forget(Place place, long version) {
        // There is nothing to forget.
    }

    @Override
    public void remove(Place place, Set<String> names) {
        // There is nothing to remove.
    }

    @Override
    public boolean isShared() {
        return false;
    }
}
