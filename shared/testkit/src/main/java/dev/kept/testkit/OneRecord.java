package dev.kept.testkit;

import dev.kept.domain.error.Conflict;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.ToLongFunction;

/// A record of which there is one, changed version by version.
final class OneRecord<T> {
    private final ToLongFunction<T> version;
    private final BiFunction<T, Long, T> withVersion;
    private Optional<T> current = Optional.empty();

    OneRecord(ToLongFunction<T> version, BiFunction<T, Long, T> withVersion) {
        this.version = version;
        this.withVersion = withVersion;
    }

    synchronized Optional<T> get() {
        return current;
    }

    /// @param race what is thrown when another version is there than the changed one was read with
    synchronized T save(T changed, Conflict race) {
        long read = version.applyAsLong(changed);
        if (read != current.map(version::applyAsLong).orElse(0L)) {
            throw race;
        }
        T stored = withVersion.apply(changed, read + 1);
        current = Optional.of(stored);
        return stored;
    }

    synchronized void remove() {
        current = Optional.empty();
    }
}
