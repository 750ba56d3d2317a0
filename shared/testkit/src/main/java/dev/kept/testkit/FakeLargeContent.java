package dev.kept.testkit;

import dev.kept.domain.error.NotFound;
import dev.kept.domain.work.LargeContent;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Large content in memory.
public final class FakeLargeContent implements LargeContent {
    private final ConcurrentHashMap<String, String> content = new ConcurrentHashMap<>();

    @Override
    public void put(String key, String text) {
        content.put(key, text);
    }

    @Override
    public String get(String key) {
        return Optional.ofNullable(content.get(key)).orElseThrow(() -> new NotFound("content", key));
    }

    @Override
    public void delete(String key) {
        content.remove(key);
    }

    public Set<String> keys() {
        return Set.copyOf(content.keySet());
    }
}
