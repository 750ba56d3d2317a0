package dev.kept.application.cache;

import dev.kept.domain.cache.Cache;
import dev.kept.domain.cache.Cache.Drawer;
import dev.kept.domain.cache.Cache.Place;
import dev.kept.domain.context.ContextStore;
import dev.kept.domain.id.Owner;
import dev.kept.domain.search.SearchSource;
import dev.kept.domain.telemetry.Metric;
import dev.kept.domain.telemetry.Metrics;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;

/// Copies of what was read of an owner's records, given out only while nothing has changed since.
///
/// The cache is not asked whether that is so, as it may be out of reach for who wrote and in reach
/// for who reads. The record is asked. Each write marks what it changed, and the mark goes only
/// after the owner's number of changes was raised. So a reader that finds no mark, and *then* reads
/// the number, knows a number that counts every write that was answered before it began; and a copy
/// under this number was read after all of them, because who made it had read the number first. In
/// short: marks, number, copy to use one; number, record, copy to make one. Any other order has a
/// gap.
///
/// The two questions cost about three read units, where a shelf of memories costs up to 200.
public final class Copies {
    private final Cache cache;
    private final SearchSource source;
    private final ContextStore contexts;
    private final Metrics metrics;

    public Copies(Cache cache, SearchSource source, ContextStore contexts, Metrics metrics) {
        this.cache = cache;
        this.source = source;
        this.contexts = contexts;
        this.metrics = metrics;
    }

    /// The number under which copies of an owner are good now; empty while a change is on its way.
    public OptionalLong current(Owner owner) {
        return source.isSettled(owner) ? OptionalLong.of(counted(owner)) : OptionalLong.empty();
    }

    /// The number to make a copy under, to be asked for before what it is made from is read. It is
    /// 0 for an owner of whom nothing was counted, and of whom no copies are made: there is next to
    /// nothing to copy.
    public long counted(Owner owner) {
        return contexts.changes(owner);
    }

    /// What `record` tells, or a copy of it. What is not there is looked for each time.
    ///
    /// @param current as {@link #current} told it
    public <T> Optional<T> find(Copy<T> copy, OptionalLong current, Supplier<Optional<T>> record) {
        long version = current.orElse(0);
        if (version == 0) {
            return record.get();
        }
        Optional<T> known = atHand(copy, version);
        metrics.share(Metric.CACHE_HITS, known.isPresent(), copy.measured());
        if (known.isPresent()) {
            return known;
        }
        Optional<T> read = record.get();
        read.ifPresent(value -> keep(copy, version, value));
        return read;
    }

    /// @param counted as {@link #counted} told it before `value` was read
    public <T> void keep(Copy<T> copy, long counted, T value) {
        if (counted > 0) {
            cache.keep(copy.place(), counted, Map.of(copy.key(), copy.form().copy(value)));
        }
    }

    /// Whether other processes use them, so that it is worth while to make some in advance.
    public boolean areShared() {
        return cache.isShared();
    }

    /// The copy under this number, if there is one.
    public <T> Optional<T> atHand(Copy<T> copy, long version) {
        Map<String, ByteBuffer> found = cache.find(copy.place(), version, Set.of(copy.key()));
        return Optional.ofNullable(found.get(copy.key())).flatMap(copy.form()::value);
    }

    /// One thing that there may be a copy of.
    ///
    /// @param name tells it apart from others of its form
    /// @param measured what its hits are counted as
    public record Copy<T>(Owner owner, Form<T> form, String name, String measured) {
        Place place() {
            return new Place(owner, Drawer.RECORDS);
        }

        String key() {
            return form.name() + " " + name;
        }
    }
}
