package dev.kept.application.context;

import com.samskivert.mustache.BasicCollector;
import com.samskivert.mustache.Mustache.VariableFetcher;
import com.samskivert.mustache.MustacheException;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Looks names up in maps alone: the usual collector of the library reaches every method of every
/// object. It counts, too, because lists within lists of the same model can go on for hours.
final class ModelOnly extends BasicCollector {
    private static final int STEPS_MAX = 500_000;
    private int steps;

    @Override
    public @Nullable VariableFetcher createFetcher(Object context, String name) {
        return context instanceof Map<?, ?> ? (map, key) -> fetch((Map<?, ?>) map, key) : null;
    }

    @Override
    public Iterator<?> toIterator(Object value) {
        count();
        return super.toIterator(value);
    }

    @Override
    public <K, V> Map<K, V> createFetcherCache() {
        return new ConcurrentHashMap<>();
    }

    private Object fetch(Map<?, ?> map, String key) {
        count();
        Object value = map.get(key);
        return value == null ? com.samskivert.mustache.Template.NO_FETCHER_FOUND : value;
    }

    private void count() {
        if (++steps > STEPS_MAX) {
            throw new MustacheException("it takes too many steps");
        }
    }
}
